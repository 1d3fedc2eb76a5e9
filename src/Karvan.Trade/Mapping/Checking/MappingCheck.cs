using Karvan.Trade.Mapping.Guessing;
using Karvan.Trade.Mapping.Opening;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Checking;

/// <summary>Why a profile cannot read a file.</summary>
public enum ProfileProblemKind
{
    /// <summary>Nothing says where the target comes from.</summary>
    NoSource,

    /// <summary>The file has no such column.</summary>
    ColumnMissing,

    /// <summary>Several columns bear the name, and the profile does not say which.</summary>
    ColumnTwice,

    /// <summary>The column at the place that the profile says bears another name.</summary>
    OtherName,

    /// <summary>One column is used for two targets that cannot both be right.</summary>
    UsedTwice,

    /// <summary>A currency of the file has no rate to USD.</summary>
    NoRate,

    /// <summary>A word of the file's column of currencies is none.</summary>
    UnknownCurrency,
}

/// <param name="Found">The column, currency or word it is about.</param>
public sealed record ProfileProblem(ProfileProblemKind Kind, Target Target, string Found);

/// <summary>Whether a profile can read a file.</summary>
public static class MappingCheck
{
    /// <returns>Empty where it can.</returns>
    public static IReadOnlyList<ProfileProblem> Of(MappingProfile profile, FilePreview preview) =>
        [
            .. Sources(profile),
            .. Columns(profile, preview),
            .. Shared(profile, preview),
            .. Currencies(profile, preview),
        ];

    /// <summary>Targets that nothing is said about.</summary>
    internal static IEnumerable<ProfileProblem> Sources(MappingProfile profile) =>
        Enum.GetValues<Target>()
            .Where(t => IsNeeded(profile, t) && profile.ColumnsOf(t).Count == 0)
            .Select(t => new ProfileProblem(ProfileProblemKind.NoSource, t, ""));

    private static bool IsNeeded(MappingProfile profile, Target target) =>
        target switch
        {
            Target.LineNumber => profile.Declaration.Numbering is LineNumbering.Column,
            Target.Flow => profile.Flow.Fixed is null,
            Target.Currency => profile.Value.Currency is null,
            _ => true,
        };

    private static IEnumerable<ProfileProblem> Columns(MappingProfile profile, FilePreview preview)
    {
        var places = new ColumnPlaces(preview.Columns);
        foreach (var target in Enum.GetValues<Target>())
        {
            foreach (var column in profile.ColumnsOf(target))
            {
                var kind = places.Find(column, out _) switch
                {
                    ColumnFault.Missing => ProfileProblemKind.ColumnMissing,
                    ColumnFault.Twice => ProfileProblemKind.ColumnTwice,
                    ColumnFault.OtherName => ProfileProblemKind.OtherName,
                    _ => (ProfileProblemKind?)null,
                };
                if (kind is { } found)
                {
                    yield return new(found, target, column.ToString());
                }
            }
        }
    }

    /// <summary>Any column may be part of a substitute key; for the rest, one column says one thing.</summary>
    private static IEnumerable<ProfileProblem> Shared(MappingProfile profile, FilePreview preview)
    {
        var places = new ColumnPlaces(preview.Columns);
        var taken = new HashSet<int>();
        foreach (var target in Enum.GetValues<Target>())
        {
            if (
                target is Target.Declaration
                && profile.Declaration.Numbering is LineNumbering.SubstituteKey
            )
            {
                continue;
            }
            foreach (var column in profile.ColumnsOf(target))
            {
                if (places.Find(column, out var place) is ColumnFault.None && !taken.Add(place))
                {
                    yield return new(ProfileProblemKind.UsedTwice, target, column.ToString());
                }
            }
        }
    }

    private static IEnumerable<ProfileProblem> Currencies(
        MappingProfile profile,
        FilePreview preview
    )
    {
        if (profile.Value.Currency is { } said)
        {
            return NoRate(profile, CurrencyUnit.OfMeaning(said)) is { } problem ? [problem] : [];
        }
        var places = new ColumnPlaces(preview.Columns);
        if (places.Find(profile.Value.CurrencyColumn, out var place) is not ColumnFault.None)
        {
            return [];
        }
        var words = new CurrencyWords(profile.Value.Words);
        return preview
            .Rows.Where(ColumnEvidence.IsLine)
            .Select(r => place < r.Cells.Count ? r.Cells[place] : "")
            .Where(w => w.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(w =>
                words.Of(w) is { } unit
                    ? NoRate(profile, unit)
                    : new(ProfileProblemKind.UnknownCurrency, Target.Currency, w)
            )
            .OfType<ProfileProblem>()
            .Distinct();
    }

    private static ProfileProblem? NoRate(MappingProfile profile, CurrencyUnit unit) =>
        unit.IsUsd || profile.Rates.Any(r => r.Currency == unit.Code && r.Rates.Count > 0)
            ? null
            : new(ProfileProblemKind.NoRate, Target.Currency, unit.Code);
}

using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Evidence.Items;

/// <summary>What an item of evidence still lacks before it can be filed.</summary>
public enum EvidenceGap
{
    Kind,
    Country,
    Name,
    Date,

    /// <summary>Its date is not in the year that counts.</summary>
    DateOutsideYear,

    Language,

    /// <summary>The language is one that the criterion does not count.</summary>
    LanguageNotCounted,

    Person,
    Post,
    WebAddress,
    DaySeen,

    /// <summary>Nothing says until when it is valid.</summary>
    Validity,

    /// <summary>It was not in force when it had to be.</summary>
    NotInForce,

    /// <summary>A document is not attached.</summary>
    Document,

    Endorser,

    /// <summary>The body that endorsed it is none of those that may.</summary>
    EndorserMayNot,

    Under,
    Quantity,
    Level,
}

/// <param name="Document">Of a missing document: which.</param>
/// <param name="Year">The solar year that it is about.</param>
public sealed record GapFound(EvidenceGap Gap, EvidenceDocument? Document = null, int? Year = null);

/// <summary>Holds an item against what its criterion accepts.</summary>
public static class EvidenceGaps
{
    /// <param name="withoutMission">Whether the country of the item has no Iranian mission.</param>
    /// <returns>In the order of a form's fields; none for an item that may be filed.</returns>
    public static IReadOnlyList<GapFound> Of(
        Criterion criterion,
        EvidenceItem item,
        bool withoutMission = false
    )
    {
        // What a record of this system proves needs nothing else (clause R5.2).
        if (item.ProofId is not null)
        {
            return [];
        }
        var ask = new EvidenceAsk(criterion, item.Kind);
        if (ask.HasKinds && ask.Kind is null)
        {
            return [new GapFound(EvidenceGap.Kind)];
        }
        return
        [
            .. Fields(ask, item),
            .. Validity(ask, item),
            .. Number(ask, item),
            .. Endorsement(ask, item, withoutMission),
            .. Documents(ask, item),
        ];
    }

    private static IEnumerable<GapFound> Fields(EvidenceAsk ask, EvidenceItem item)
    {
        foreach (var field in ask.Fields)
        {
            if (!IsSaid(field, item))
            {
                yield return new GapFound(GapOf(field));
            }
        }
        if (ask.HeldIn is { } year && item.Date is { } date && SolarDate.Year(date) != year)
        {
            yield return new GapFound(EvidenceGap.DateOutsideYear, Year: year);
        }
        if (
            item.Language is { } language
            && ask.Measure.LanguageCodes
            && ask.Measure.Except.Contains(language, StringComparer.OrdinalIgnoreCase)
        )
        {
            yield return new GapFound(EvidenceGap.LanguageNotCounted);
        }
        if (ask.Under.Count > 0 && !ask.Under.Contains(item.Under, StringComparer.Ordinal))
        {
            yield return new GapFound(EvidenceGap.Under);
        }
    }

    private static IEnumerable<GapFound> Validity(EvidenceAsk ask, EvidenceItem item)
    {
        if (ask.Valid is not { } valid)
        {
            yield break;
        }
        if (item.ValidUntil is not { } until)
        {
            yield return new GapFound(EvidenceGap.Validity, Year: valid.Year);
            yield break;
        }
        var first = DateOnly.FromDayNumber(SolarCalendar.FirstDay(valid.Year));
        var last = first.AddDays(SolarCalendar.DaysIn(valid.Year) - 1);
        var inForce =
            (valid.ToItsEnd ? until >= last : until >= first)
            && (item.ValidFrom is null || item.ValidFrom <= last);
        if (!inForce)
        {
            yield return new GapFound(EvidenceGap.NotInForce, Year: valid.Year);
        }
    }

    private static IEnumerable<GapFound> Number(EvidenceAsk ask, EvidenceItem item)
    {
        if (ask.NeedsNumber && item.Hundredths is null)
        {
            yield return new GapFound(EvidenceGap.Quantity);
        }
        if (
            ask.Levels.Count > 0
            && ask.Levels.All(l => !string.Equals(l.Id, item.Level, StringComparison.Ordinal))
        )
        {
            yield return new GapFound(EvidenceGap.Level);
        }
    }

    private static IEnumerable<GapFound> Endorsement(
        EvidenceAsk ask,
        EvidenceItem item,
        bool withoutMission
    )
    {
        if (!ask.NeedsEndorsement)
        {
            yield break;
        }
        if (item.Endorser is null)
        {
            yield return new GapFound(EvidenceGap.Endorser);
        }
        else if (!ask.Endorsers(withoutMission).Contains(item.Endorser, StringComparer.Ordinal))
        {
            yield return new GapFound(EvidenceGap.EndorserMayNot);
        }
    }

    private static IEnumerable<GapFound> Documents(EvidenceAsk ask, EvidenceItem item)
    {
        var shown = item
            .Files.Where(f => f.TakenAwayAt is null)
            .Select(f => f.Document)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var document in ask.Documents.Where(d => !shown.Contains(d.Id)))
        {
            yield return new GapFound(EvidenceGap.Document, document);
        }
        // An endorsement is shown by some paper, even where the rubric names none.
        if (ask.NeedsEndorsement && ask.Documents.Count == 0 && shown.Count == 0)
        {
            yield return new GapFound(EvidenceGap.Document);
        }
    }

    private static bool IsSaid(EvidenceField field, EvidenceItem item) =>
        field switch
        {
            EvidenceField.Kind => item.Kind is not null,
            EvidenceField.Country => item.Country is not null,
            EvidenceField.Name => item.Name is not null,
            EvidenceField.Date => item.Date is not null,
            EvidenceField.Language => item.Language is not null,
            EvidenceField.Person => item.Person is not null,
            EvidenceField.Post => item.Post is not null,
            EvidenceField.WebAddress => item.WebAddress is not null,
            EvidenceField.DaySeen => item.DaySeen is not null,
            _ => throw new InvalidOperationException($"No item says {field}."),
        };

    private static EvidenceGap GapOf(EvidenceField field) =>
        field switch
        {
            EvidenceField.Kind => EvidenceGap.Kind,
            EvidenceField.Country => EvidenceGap.Country,
            EvidenceField.Name => EvidenceGap.Name,
            EvidenceField.Date => EvidenceGap.Date,
            EvidenceField.Language => EvidenceGap.Language,
            EvidenceField.Person => EvidenceGap.Person,
            EvidenceField.Post => EvidenceGap.Post,
            EvidenceField.WebAddress => EvidenceGap.WebAddress,
            EvidenceField.DaySeen => EvidenceGap.DaySeen,
            _ => throw new InvalidOperationException($"No gap is named after {field}."),
        };
}

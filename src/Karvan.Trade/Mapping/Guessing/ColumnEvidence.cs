using Karvan.Texts;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Fields;
using Karvan.Trade.Mapping.Opening;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Guessing;

/// <summary>What the cells of one column, as far as they were previewed, can be.</summary>
internal sealed class ColumnEvidence
{
    /// <summary>Of a hundred cells that are filled, this many must read well.</summary>
    private const int Enough = 75;

    private readonly Func<string, string?> country;

    public ColumnEvidence(IReadOnlyList<PreviewRow> rows, int column, Func<string, string?> country)
    {
        this.country = country;
        Cells =
        [
            .. rows.Where(IsLine)
                .Select(r => column < r.Cells.Count ? Numerals.Latin(r.Cells[column]) : "")
                .Where(c => c.Length > 0),
        ];
    }

    /// <summary>The filled cells, with Latin digits; those of rows that are no lines left out.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>Whether the cells can be what a target needs.</summary>
    public bool Suits(Target target) =>
        target switch
        {
            Target.Declaration => Most(c => c.Any(char.IsDigit) && c.Length <= 64),
            Target.LineNumber => Most(c => c.Length <= 9 && c.All(char.IsAsciiDigit)),
            Target.Flow => Most(c => new FlowWords([]).Of(c) is not null),
            Target.Date => DateGuess.Of(Cells) is not null,
            Target.Exporter => Most(c =>
                c.Length is >= 7 and <= CheckDigit.LegalIdLength && c.All(char.IsAsciiDigit)
            ),
            Target.HsCode => Most(c => HsCodeText.Read(c, true, out _) is Fault.None),
            Target.Country => Most(c => country(c) is not null),
            Target.Currency => Most(c => new CurrencyWords([]).Of(c) is not null),
            Target.Value or Target.Weight => MarksGuess.Of(Cells) is not null,
            _ => false,
        };

    /// <summary>Whether the cells alone tell the target: nothing else looks like ids with good check digits, days, or countries.</summary>
    public bool Tells(Target target) =>
        Cells.Count >= 3
        && target switch
        {
            Target.Exporter => Most(c => CheckDigit.Holds(c)),
            Target.Date or Target.Country or Target.Flow => Suits(target),
            Target.HsCode => Most(IsDottedHsCode),
            _ => false,
        };

    public bool Most(Func<string, bool> good) => AreEnough(Cells.Count(good), Cells.Count);

    public static bool AreEnough(int good, int all) => all > 0 && good * 100 >= all * Enough;

    /// <summary>Rows of totals and repeated headers say nothing of what lines look like.</summary>
    public static bool IsLine(PreviewRow row) =>
        row.Cells.Any(ColumnWords.IsDatum) && !row.Cells.Any(TotalsWords.Contain);

    /// <summary>Whether some cells have fewer digits than ids have, which zeros in front would make good.</summary>
    public bool LostZerosOfIds() => Cells.Any(c => c.Length < CheckDigit.NationalCodeLength);

    public bool LostZerosOfCodes() =>
        Cells.Any(c =>
            HsCodeText.Read(c, false, out var code) is Fault.BadHsCode || code.Length % 2 == 1
        );

    private static bool IsDottedHsCode(string cell) =>
        cell.Contains('.', StringComparison.Ordinal)
        && cell.IndexOf('.', StringComparison.Ordinal) == 4
        && HsCodeText.Read(cell, false, out _) is Fault.None;
}

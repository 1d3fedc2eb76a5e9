using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Tables;

/// <summary>What stands in one place of a table, for the screen and for a file alike.</summary>
public abstract record Cell
{
    private const string Nothing = "—";

    private Cell() { }

    /// <summary>Where the cell leads, if anywhere.</summary>
    public string? Href { get; init; }

    public static Cell Text(string? text) => new Written(text ?? "");

    public static Cell Said(Said text) => new Ours(text);

    public static Cell Code(string? code) => new Coded(code ?? "");

    public static Cell Registration(string? number) => new Registered(number ?? "");

    /// <param name="unit">In which a page shows it; a file holds it as it is.</param>
    public static Cell Number(decimal? number, int decimals = 0, decimal unit = 1) =>
        new Counted(number, decimals, unit);

    public static Cell Day(DateOnly? day) => new Dated(day);

    public static Cell Status(Status status) => new Marked(status);

    /// <summary>What a page shows of it, as a text alone.</summary>
    public string Shown(PageTexts words) =>
        this switch
        {
            Written { Value: not "" } c => PageTexts.Name(c.Value).Plain,
            Coded { Value: not "" } c => PageTexts.Name(c.Value).Plain,
            Registered { Value: not "" } c => PageTexts.Name(words.Typed(c.Value)).Plain,
            Ours c => c.Value.Plain,
            Counted { Value: not null } c => c.InUnit(words),
            Dated { Value: { } day } => words.Day(day).Plain,
            Marked c => words[c.Value.TextKey].Plain,
            _ => Nothing,
        };

    /// <summary>What a file holds: an exact number, or a text with Latin digits where it is a day.</summary>
    public (string Text, decimal? Number) InFile(PageTexts words) =>
        this switch
        {
            Written c => (c.Value, null),
            Coded c => (c.Value, null),
            Registered c => (c.Value, null),
            Ours c => (c.Value.Bare, null),
            Counted c => ("", c.Value),
            Dated { Value: { } day } => (
                words.IsPersian ? SolarDate.Text(day) : $"{day:yyyy-MM-dd}",
                null
            ),
            Marked c => (words[c.Value.TextKey].Bare, null),
            _ => ("", null),
        };

    /// <summary>A text of unknown direction, such as a name.</summary>
    public sealed record Written(string Value) : Cell;

    /// <summary>A text of ours, in the reader's language.</summary>
    public sealed record Ours(Said Value) : Cell;

    /// <summary>A code or a hash, as it stands in files: in Latin digits everywhere.</summary>
    public sealed record Coded(string Value) : Cell;

    /// <summary>The number under which somebody is registered; people read it out and type it, so in the digits of the page.</summary>
    public sealed record Registered(string Value) : Cell;

    /// <param name="Decimals">At most; a column has as many as one of its numbers needs, so that points stand under points.</param>
    /// <param name="Unit">In which a page shows it: thousands, millions.</param>
    public sealed record Counted(decimal? Value, int Decimals, decimal Unit = 1) : Cell
    {
        private decimal Rounded => decimal.Round((Value ?? 0) / Unit, Decimals, Half);

        private const MidpointRounding Half = MidpointRounding.AwayFromZero;

        /// <summary>Something that is less than the last decimal: it is not nothing.</summary>
        private bool IsUnder => Unit != 1 && Value > 0 && Rounded == 0;

        /// <summary>Decimals without the zeros at their end.</summary>
        internal int Needed =>
            IsUnder
                ? Decimals
                : Enumerable
                    .Range(0, Decimals)
                    .FirstOrDefault(d => decimal.Round(Rounded, d, Half) == Rounded, Decimals);

        internal string InUnit(PageTexts words) =>
            IsUnder
                ? words["table.under", ("number", Least)].Bare
                : words.Number(Rounded, Decimals);

        private decimal Least => new(1, 0, 0, false, (byte)Decimals);

        /// <summary>To the last digit, where the page shows less.</summary>
        internal string? Whole(PageTexts words) =>
            Unit == 1 || Value is not { } number ? null : words.Number(number);
    }

    public sealed record Dated(DateOnly? Value) : Cell;

    public sealed record Marked(Status Value) : Cell;
}

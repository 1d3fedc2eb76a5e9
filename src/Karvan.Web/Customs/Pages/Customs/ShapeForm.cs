using System.Globalization;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Trade.Mapping;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>Where in the file the table stands, as an address asks for it.</summary>
public sealed class ShapeForm
{
    public string? Sheet { get; set; }

    /// <summary>Of the header; in the digits of either language, as all that is typed.</summary>
    [Field(
        "customs.map.header-row",
        Hint = "customs.map.header-row-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow
    )]
    public string? Row { get; set; }

    [Field(
        "customs.map.header-rows",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow
    )]
    public string? Rows { get; set; }

    public TextEncoding? Encoding { get; set; }
    public FieldSeparator? Separator { get; set; }

    public FileShape Over(FileShape shape) =>
        shape with
        {
            Sheet = string.IsNullOrWhiteSpace(Sheet) ? shape.Sheet : Sheet,
            Header = Number(Row) is > 0 and var row
                ? new HeaderPlace(row, Math.Clamp(Number(Rows) ?? 1, 1, HeaderPlace.MostRows))
                : shape.Header,
            Encoding = Encoding ?? shape.Encoding,
            Separator = Separator ?? shape.Separator,
        };

    /// <summary>Names of what was typed and is no number.</summary>
    public IEnumerable<string> Wrong =>
        new[] { (Name: nameof(Row), Typed: Row), (Name: nameof(Rows), Typed: Rows) }
            .Where(f => !string.IsNullOrWhiteSpace(f.Typed) && Number(f.Typed) is null)
            .Select(f => f.Name);

    private static int? Number(string? typed) =>
        int.TryParse(
            PersianText.LatinDigits(typed?.Trim() ?? ""),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}

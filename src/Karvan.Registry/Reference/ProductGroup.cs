using System.Text.RegularExpressions;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Registry.Reference;

/// <summary>A group of goods, by the first digits of their tariff codes.</summary>
public sealed class ProductGroup : DatedRow
{
    [Field(
        "product-group.code",
        Hint = "product-group.code-hint",
        Longest = Lengths.Code,
        Length = FieldLength.Middle
    )]
    public string Code { get; internal set; } = "";

    [Field("reference.name-fa", Longest = Lengths.Name)]
    public string NameFa { get; internal set; } = "";

    [Field("reference.name-en", Longest = Lengths.Name)]
    public string NameEn { get; internal set; } = "";

    /// <summary>Of 2, 4 or 6 digits, in rising order with a space between them.</summary>
    [Field(
        "product-group.prefixes",
        Hint = "product-group.prefixes-hint",
        Longest = Lengths.Text,
        Rows = 3
    )]
    public string HsPrefixes { get; internal set; } = "";

    public IEnumerable<string> Prefixes =>
        HsPrefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="HsPrefixes">Parted by anything but digits.</param>
public sealed partial record ProductGroupEntry(
    string Code,
    string NameFa,
    string NameEn,
    string HsPrefixes,
    DateOnly From,
    DateOnly? To,
    string? Source = null,
    bool IsExample = false
) : IReferenceEntry<ProductGroup>
{
    public ReferenceRefusal[] Check() =>
        Refusals.Of(
            (!CodeShape().IsMatch(Code), ReferenceRefusal.CodeWrong),
            (
                string.IsNullOrWhiteSpace(NameFa) || string.IsNullOrWhiteSpace(NameEn),
                ReferenceRefusal.NameMissing
            ),
            (
                Cut().Length == 0
                    || Array.Exists(
                        Cut(),
                        p => p.Length is not (2 or 4 or 6) || !p.All(char.IsAsciiDigit)
                    ),
                ReferenceRefusal.PrefixWrong
            ),
            (To < From, ReferenceRefusal.PeriodReversed)
        );

    public ReferenceRefusal? Against(IReadOnlyList<ProductGroup> others) =>
        others.Any(o => o.Code == Code && Period.Meet(From, To, o.From, o.To))
            ? ReferenceRefusal.Overlaps
            : null;

    public void Fill(ProductGroup row)
    {
        (row.Code, row.From, row.To) = (Code, From, To);
        (row.NameFa, row.NameEn) = (NameFa.Trim(), NameEn.Trim());
        row.HsPrefixes = string.Join(
            ' ',
            Cut().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    private string[] Cut() =>
        PersianText
            .LatinDigits(HsPrefixes)
            .Split(
                [' ', ',', ';', '\t', '\r', '\n', '،', '؛'],
                StringSplitOptions.RemoveEmptyEntries
            );

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex CodeShape();
}

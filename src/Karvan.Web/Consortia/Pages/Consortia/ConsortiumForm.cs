using System.ComponentModel.DataAnnotations;
using Karvan.Consortia;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>What a form asks of a consortium, as it is typed.</summary>
public sealed class ConsortiumForm
{
    private const int Longest = 200;
    public const string Prefix = "Form.";

    [Required, StringLength(Longest)]
    public string NameFa { get; set; } = "";

    [StringLength(Longest)]
    public string? NameEn { get; set; }

    [Required]
    public string Province { get; set; } = "";

    [StringLength(Longest)]
    public string? ProductLine { get; set; }

    /// <summary>The page of a stale edit sends several in one value.</summary>
    public List<string> ProductGroups { get; set; } = [];

    [Required, StringLength(40)]
    public string RegistrationNumber { get; set; } = "";

    [Required]
    public string RegisteredOn { get; set; } = "";

    /// <summary>Legal id of the consortium's own firm.</summary>
    [StringLength(40)]
    public string? OwnNumber { get; set; }

    public static IReadOnlyList<FieldChoice> GroupChoices(
        IEnumerable<ProductGroup> groups,
        PageTexts words
    ) =>
        [
            .. groups
                .DistinctBy(g => g.Code, StringComparer.Ordinal)
                .OrderBy(g => g.HsPrefixes, StringComparer.Ordinal)
                .Select(g => new FieldChoice(
                    g.Code,
                    PageTexts.Name(words.IsPersian ? g.NameFa : g.NameEn)
                )),
        ];

    /// <param name="ownNumber">By which the consortium's own firm is known.</param>
    public static ConsortiumForm Of(Consortium consortium, string? ownNumber) =>
        new()
        {
            NameFa = consortium.NameFa,
            NameEn = consortium.NameEn,
            Province = consortium.Province,
            ProductLine = consortium.ProductLine,
            ProductGroups = [.. consortium.Groups],
            RegistrationNumber = consortium.RegistrationNumber,
            RegisteredOn = SolarDate.Text(consortium.RegisteredOn),
            OwnNumber = ownNumber,
        };

    /// <returns>Null when something typed cannot be read; the errors then say what.</returns>
    public async Task<ConsortiumProfile?> Read(
        EnterpriseSearch search,
        ModelStateDictionary errors,
        CancellationToken cancellation
    )
    {
        ProductGroups = StaleFields.Apart(ProductGroups);
        errors.Remove(Prefix + nameof(ProductGroups));
        if (!SolarDate.TryParse(RegisteredOn, out var day))
        {
            errors.AddModelError(Prefix + nameof(RegisteredOn), "field.date");
        }
        Guid? own = null;
        var number = PersianText.LatinDigits(OwnNumber ?? "").Trim();
        if (number.Length > 0)
        {
            var (rows, _) = await search
                .Rows(new EnterpriseQuery(number))
                .Page(take: 2, cancellation: cancellation);
            own = rows.FirstOrDefault(r => r.Number == number)?.Id;
            if (own is null)
            {
                errors.AddModelError(Prefix + nameof(OwnNumber), "consortium.refused.FirmNotFound");
            }
        }
        return errors.IsValid
            ? new ConsortiumProfile(
                NameFa,
                Province,
                RegistrationNumber,
                day,
                NameEn,
                ProductLine,
                own
            )
            {
                ProductGroups = ProductGroups,
            }
            : null;
    }

    /// <summary>Every field as the form sends it, for the page of a stale edit.</summary>
    public IEnumerable<(string Name, string LabelKey, string Text)> Fields() =>
        [
            (nameof(NameFa), "consortium.name-fa", NameFa),
            (nameof(NameEn), "consortium.name-en", NameEn ?? ""),
            (nameof(Province), "enterprise.province", Province),
            (nameof(ProductLine), "consortium.product-line", ProductLine ?? ""),
            (nameof(ProductGroups), "consortium.groups", StaleFields.Together(ProductGroups)),
            (nameof(RegistrationNumber), "consortium.number", RegistrationNumber),
            (nameof(RegisteredOn), "consortium.registered", RegisteredOn),
            (nameof(OwnNumber), "consortium.own-number", OwnNumber ?? ""),
        ];

    /// <summary>A value of a field as a reader is shown it.</summary>
    public static Said Shown(
        string field,
        string text,
        IReadOnlyList<FieldChoice> groups,
        PageTexts words
    ) =>
        field switch
        {
            nameof(Province) => PageTexts.Name(PlaceNames.Province(text, words)),
            nameof(ProductGroups) => PageTexts.Name(
                string.Join(
                    '\n',
                    StaleFields
                        .Apart([text])
                        .Select(code =>
                            groups.FirstOrDefault(g => g.Value == code)?.Text.Bare ?? code
                        )
                )
            ),
            nameof(RegistrationNumber) or nameof(RegisteredOn) or nameof(OwnNumber) =>
                PageTexts.Name(words.Typed(text)),
            _ => PageTexts.Name(text),
        };

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(ConsortiumRefusal refusal) =>
        Prefix
        + refusal switch
        {
            ConsortiumRefusal.ProvinceUnknown => nameof(Province),
            ConsortiumRefusal.NumberMissing or ConsortiumRefusal.AlreadyRecorded => nameof(
                RegistrationNumber
            ),
            ConsortiumRefusal.DayInFuture or ConsortiumRefusal.PeriodReversed => nameof(
                RegisteredOn
            ),
            ConsortiumRefusal.ProductGroupUnknown => nameof(ProductGroups),
            ConsortiumRefusal.FirmNotFound
            or ConsortiumRefusal.FirmTaken
            or ConsortiumRefusal.OwnFirm => nameof(OwnNumber),
            _ => nameof(NameFa),
        };
}

using Karvan.Consortia;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>What a form asks of a consortium, as it is typed.</summary>
[KeptIn<Consortium>]
public sealed class ConsortiumForm
{
    public const string Name = "Form";
    public const string Prefix = Name + ".";

    public string NameFa { get; set; } = "";

    public string? NameEn { get; set; }

    public string Province { get; set; } = "";

    public string? ProductLine { get; set; }

    /// <summary>The page of a stale edit sends several in one value.</summary>
    [KeptIn<Consortium>(Optional = true)]
    public List<string> ProductGroups { get; set; } = [];

    public string RegistrationNumber { get; set; } = "";

    public string RegisteredOn { get; set; } = "";

    /// <summary>Legal id of the consortium's own firm.</summary>
    [Field(
        "consortium.own-number",
        Hint = "consortium.own-number-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Middle
    )]
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
        ProductGroups = FieldWords.Apart(ProductGroups);
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

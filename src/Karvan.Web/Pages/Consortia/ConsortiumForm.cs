using System.ComponentModel.DataAnnotations;
using Karvan.Core.Consortia;
using Karvan.Core.Reference;
using Karvan.Core.Registry;
using Karvan.Core.Values;
using Karvan.Web.Parts.Fields;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Pages.Consortia;

/// <summary>What a form asks of a consortium, as it is typed.</summary>
public sealed class ConsortiumForm
{
    private const int Longest = 200;
    private const string Prefix = "Form.";

    [Required, StringLength(Longest)]
    public string NameFa { get; set; } = "";

    [StringLength(Longest)]
    public string? NameEn { get; set; }

    [Required]
    public string Province { get; set; } = "";

    [StringLength(Longest)]
    public string? ProductLine { get; set; }

    public List<string> ProductGroups { get; set; } = [];

    [Required, StringLength(40)]
    public string RegistrationNumber { get; set; } = "";

    [Required]
    public string RegisteredOn { get; set; } = "";

    /// <summary>Legal id of the consortium's own firm.</summary>
    [StringLength(40)]
    public string? OwnNumber { get; set; }

    public static IReadOnlyList<Answer> GroupChoices(
        IEnumerable<ProductGroup> groups,
        PageWords words
    ) =>
        [
            .. groups
                .DistinctBy(g => g.Code, StringComparer.Ordinal)
                .OrderBy(g => g.HsPrefixes, StringComparer.Ordinal)
                .Select(g => new Answer(
                    g.Code,
                    PageWords.Name(words.IsPersian ? g.NameFa : g.NameEn)
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
        if (!SolarDate.TryParse(RegisteredOn, out var day))
        {
            errors.AddModelError(Prefix + nameof(RegisteredOn), "field.date");
        }
        Guid? own = null;
        var number = PersianText.LatinDigits(OwnNumber ?? "").Trim();
        if (number.Length > 0)
        {
            var (rows, _) = await search.Find(
                new EnterpriseQuestion(number, PageSize: 2),
                cancellation
            );
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

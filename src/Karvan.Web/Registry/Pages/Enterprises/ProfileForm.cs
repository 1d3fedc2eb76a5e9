using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>What a form asks of a firm, as it is typed.</summary>
public sealed class ProfileForm
{
    private const int Longest = 200;

    [Required, StringLength(Longest)]
    public string NameFa { get; set; } = "";

    [StringLength(Longest)]
    public string? NameEn { get; set; }

    [Required]
    public string Province { get; set; } = "";

    [StringLength(Longest)]
    public string? IndustrialEstate { get; set; }

    [StringLength(1000)]
    public string? Address { get; set; }

    [StringLength(Longest)]
    public string? Sector { get; set; }

    /// <summary>Typed in any digits.</summary>
    public string? Employees { get; set; }

    /// <summary>Tariff codes, one a line, each with a name behind it if wanted.</summary>
    [StringLength(4000)]
    public string? ProductLines { get; set; }

    /// <summary>The kinds of clause G1.b; the page of a stale edit sends several in one value.</summary>
    public List<string> Origins { get; set; } = [];

    [StringLength(Longest)]
    public string? ContactName { get; set; }

    [StringLength(Longest)]
    public string? ContactPosition { get; set; }

    [StringLength(40)]
    public string? ContactPhone { get; set; }

    [StringLength(Longest)]
    public string? ContactEmail { get; set; }

    public static ProfileForm Of(Enterprise firm)
    {
        var contact = firm.Contacts.Count > 0 ? firm.Contacts[0] : null;
        return new()
        {
            NameFa = firm.NameFa,
            NameEn = firm.NameEn,
            Province = firm.Province,
            IndustrialEstate = firm.IndustrialEstate,
            Address = firm.Address,
            Sector = firm.Sector,
            Employees = firm.Employees?.ToString(CultureInfo.InvariantCulture),
            ProductLines = string.Join(
                '\n',
                firm.ProductLines.Select(p => $"{p.HsCode} {p.Name}".Trim())
            ),
            Origins =
            [
                .. firm.Origins.Select(o => o.Kind.ToString()).Order(StringComparer.Ordinal),
            ],
            ContactName = contact?.Name,
            ContactPosition = contact?.Position,
            ContactPhone = contact?.Phone,
            ContactEmail = contact?.Email,
        };
    }

    /// <returns>Null when something typed cannot be read; <paramref name="errors"/> then says what.</returns>
    public EnterpriseProfile? Read(ModelStateDictionary errors, string prefix)
    {
        int? employees = null;
        if (!string.IsNullOrWhiteSpace(Employees))
        {
            var digits = PersianText.LatinDigits(Employees).Trim();
            if (
                int.TryParse(
                    digits,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                employees = number;
            }
            else
            {
                errors.AddModelError(
                    $"{prefix}.{nameof(Employees)}",
                    "enterprise.refused.EmployeesWrong"
                );
            }
        }
        // What was typed of somebody without a name would be lost.
        if (
            string.IsNullOrWhiteSpace(ContactName)
            && !string.IsNullOrWhiteSpace(ContactPosition + ContactPhone + ContactEmail)
        )
        {
            errors.AddModelError($"{prefix}.{nameof(ContactName)}", "field.required");
        }
        Origins = StaleFields.Apart(Origins);
        errors.Remove($"{prefix}.{nameof(Origins)}");
        var origins = Enum.GetValues<OriginKind>()
            .Where(o => Origins.Contains(o.ToString(), StringComparer.Ordinal))
            .ToList();
        if (origins.Count != Origins.Count)
        {
            errors.AddModelError($"{prefix}.{nameof(Origins)}", "field.invalid");
        }
        return errors.IsValid
            ? new EnterpriseProfile(
                NameFa,
                Province,
                NameEn,
                IndustrialEstate,
                Address,
                Sector,
                employees
            )
            {
                ProductLines = [.. Lines()],
                Origins = [.. origins.Select(o => (o, (string?)null))],
                Contacts = string.IsNullOrWhiteSpace(ContactName)
                    ? []
                    : [(ContactName.Trim(), ContactPosition, ContactPhone, ContactEmail)],
            }
            : null;
    }

    /// <summary>Every field as the form sends it, for the page of a stale edit.</summary>
    public IEnumerable<(string Name, string LabelKey, string Text)> Fields() =>
        [
            (nameof(NameFa), "enterprise.name-fa", NameFa),
            (nameof(NameEn), "enterprise.name-en", NameEn ?? ""),
            (nameof(Province), "enterprise.province", Province),
            (nameof(IndustrialEstate), "enterprise.estate", IndustrialEstate ?? ""),
            (nameof(Address), "enterprise.address", Address ?? ""),
            (nameof(Sector), "enterprise.sector", Sector ?? ""),
            (nameof(Employees), "enterprise.employees", Employees ?? ""),
            (nameof(ProductLines), "enterprise.products", ProductLines ?? ""),
            (nameof(Origins), "enterprise.origins", StaleFields.Together(Origins)),
            (nameof(ContactName), "enterprise.contact", ContactName ?? ""),
            (nameof(ContactPosition), "enterprise.contact-position", ContactPosition ?? ""),
            (nameof(ContactPhone), "enterprise.contact-phone", ContactPhone ?? ""),
            (nameof(ContactEmail), "enterprise.contact-email", ContactEmail ?? ""),
        ];

    /// <summary>A value of a field as a reader is shown it.</summary>
    public static Said Shown(string field, string text, PageTexts words) =>
        field switch
        {
            nameof(Province) => PageTexts.Name(PlaceNames.Province(text, words)),
            nameof(Employees) => PageTexts.Name(words.Typed(text)),
            nameof(Origins) => PageTexts.Name(
                string.Join(
                    '\n',
                    StaleFields.Apart([text]).Select(o => words[$"enterprise.origin.{o}"].Bare)
                )
            ),
            _ => PageTexts.Name(text),
        };

    /// <summary>The field that a refusal is about.</summary>
    public static string FieldOf(EnterpriseRefusal refusal) =>
        refusal switch
        {
            EnterpriseRefusal.ProvinceUnknown => nameof(Province),
            EnterpriseRefusal.EmployeesWrong => nameof(Employees),
            EnterpriseRefusal.HsCodeWrong => nameof(ProductLines),
            _ => nameof(NameFa),
        };

    private IEnumerable<(string HsCode, string? Name)> Lines() =>
        (ProductLines ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split([' ', '\t'], 2, StringSplitOptions.TrimEntries))
            .Select(parts =>
                (
                    PersianText.LatinDigits(parts[0]).Replace(".", "", StringComparison.Ordinal),
                    parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null
                )
            );
}

using System.Globalization;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>What a form asks of a firm, as it is typed.</summary>
[KeptIn<Enterprise>]
public sealed class ProfileForm
{
    public string NameFa { get; set; } = "";

    public string? NameEn { get; set; }

    public string Province { get; set; } = "";

    public string? IndustrialEstate { get; set; }

    public string? Address { get; set; }

    public string? Sector { get; set; }

    /// <summary>Typed in any digits.</summary>
    public string? Employees { get; set; }

    /// <summary>Tariff codes, one a line, each with a name behind it if wanted.</summary>
    [Field(
        "enterprise.products",
        Hint = "enterprise.products-hint",
        Longest = Lengths.Text,
        Rows = 4
    )]
    public string? ProductLines { get; set; }

    /// <summary>The kinds of clause G1.b; the page of a stale edit sends several in one value.</summary>
    [KeptIn<EnterpriseOrigin>(nameof(EnterpriseOrigin.Kind), Optional = true)]
    public List<string> Origins { get; set; } = [];

    [KeptIn<EnterpriseContact>(nameof(EnterpriseContact.Name), Optional = true)]
    public string? ContactName { get; set; }

    [KeptIn<EnterpriseContact>(nameof(EnterpriseContact.Position))]
    public string? ContactPosition { get; set; }

    [KeptIn<EnterpriseContact>(nameof(EnterpriseContact.Phone))]
    public string? ContactPhone { get; set; }

    [KeptIn<EnterpriseContact>(nameof(EnterpriseContact.Email))]
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
            errors.AddModelError(
                $"{prefix}.{nameof(ContactName)}",
                "enterprise.contact-name-missing"
            );
        }
        Origins = FieldWords.Apart(Origins);
        errors.Remove($"{prefix}.{nameof(Origins)}");
        var origins = Enum.GetValues<OriginKind>()
            .Where(o => Origins.Contains(o.ToString(), StringComparer.Ordinal))
            .ToList();
        if (origins.Count != Origins.Count)
        {
            errors.AddModelError($"{prefix}.{nameof(Origins)}", "field.invalid");
        }
        var lines = Lines().ToList();
        var longest = FieldDescription.Of(typeof(ProductLine), nameof(ProductLine.Name)).Limit;
        if (lines.Any(l => l.Name?.Length > longest))
        {
            errors.AddModelError(
                $"{prefix}.{nameof(ProductLines)}",
                $"field.too-long|max={longest}"
            );
        }
        if (
            lines.Any(l => l.HsCode.Length is not (2 or 4 or 6) || !l.HsCode.All(char.IsAsciiDigit))
        )
        {
            errors.AddModelError(
                $"{prefix}.{nameof(ProductLines)}",
                $"enterprise.refused.{EnterpriseRefusal.HsCodeWrong}"
            );
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
                ProductLines = lines,
                Origins = [.. origins.Select(o => (o, (string?)null))],
                Contacts = string.IsNullOrWhiteSpace(ContactName)
                    ? []
                    : [(ContactName.Trim(), ContactPosition, ContactPhone, ContactEmail)],
            }
            : null;
    }

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

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Karvan.Core.Registry;
using Karvan.Core.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Pages.Enterprises;

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

    /// <summary>The kinds of clause G1.b.</summary>
    public List<OriginKind> Origins { get; set; } = [];

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
            Origins = [.. firm.Origins.Select(o => o.Kind)],
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
                Origins = [.. Origins.Select(o => (o, (string?)null))],
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

using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Platform.Pages.People;

/// <summary>A role of staff, as it is chosen: role, body, and some provinces or the country.</summary>
public sealed class GrantForm
{
    [Required]
    public string Role { get; set; } = "";

    [Required]
    public string Body { get; set; } = "";

    public bool Country { get; set; }

    public List<string> Provinces { get; set; } = [];

    /// <returns>Null when something is missing, which then stands beside its field.</returns>
    internal (Role Role, Body Body, Provinces Provinces)? Read(
        ModelStateDictionary state,
        string prefix
    )
    {
        if (!EnumNames.TryParse<Role>(Role, out var role) || !role.IsStaff())
        {
            state.AddModelError($"{prefix}.{nameof(Role)}", "field.required");
        }
        if (!EnumNames.TryParse<Body>(Body, out var body))
        {
            state.AddModelError($"{prefix}.{nameof(Body)}", "field.required");
        }
        if (!Country && !Provinces.Exists(Known))
        {
            state.AddModelError($"{prefix}.{nameof(Provinces)}", "grant.provinces-missing");
        }
        if (!state.IsValid)
        {
            return null;
        }
        var provinces = Country
            ? Karvan.Platform.Values.Provinces.Country
            : Karvan.Platform.Values.Provinces.Of(Provinces.Where(Known));
        return (role, body, provinces);
    }

    public static IReadOnlyList<FieldChoice> Roles(PageTexts words) =>
        [
            .. Karvan.Platform.Authorization.Roles.Staff.Select(r => new FieldChoice(
                r.ToString(),
                words[$"role.name.{r}"]
            )),
        ];

    public static IReadOnlyList<FieldChoice> Bodies(PageTexts words) =>
        [
            .. Enum.GetValues<Body>()
                .Select(b => new FieldChoice(b.ToString(), words[$"grant.of-body.{b}"])),
        ];

    public static Said ProvincesOf(Provinces provinces, PageTexts words) =>
        provinces.All
            ? words["grant.whole-country"]
            : PageTexts.Name(
                string.Join(
                    words["grant.and"].Bare,
                    provinces.Codes.Select(c => PlaceNames.Province(c, words))
                )
            );

    private static bool Known(string code) => ReferenceTable.Provinces.Contains(code);
}

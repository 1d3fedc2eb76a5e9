using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Karvan.Platform.Fields;
using Karvan.Platform.Papers;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>Somebody who signs, as they are typed.</summary>
public sealed class SignatoryForm
{
    [StringLength(Lengths.Name)]
    public string? Name { get; set; }

    [StringLength(Lengths.Name)]
    public string? Post { get; set; }

    /// <summary>As many rows as there may be, those that sign first.</summary>
    public static List<SignatoryForm> Rows(IEnumerable<Signatory> signatories, int count)
    {
        var rows = signatories
            .Select(s => new SignatoryForm { Name = s.Name, Post = s.Post })
            .ToList();
        while (rows.Count < count)
        {
            rows.Add(new SignatoryForm());
        }
        return rows;
    }

    /// <summary>Without the rows that were left empty.</summary>
    public static IReadOnlyList<Signatory> Read(IEnumerable<SignatoryForm> rows) =>
        [
            .. rows.Select(r => new Signatory(r.Name?.Trim() ?? "", r.Post?.Trim() ?? ""))
                .Where(s => s.Name.Length > 0 || s.Post.Length > 0),
        ];
}

/// <summary>What may be changed of a draft, as it is typed.</summary>
public sealed class PaperForm
{
    [Required, StringLength(OfficialPaper.LongestTitle)]
    public string? Title { get; set; }

    [StringLength(Lengths.Name)]
    public string? Recipient { get; set; }

    [StringLength(Lengths.Code)]
    public string? Enclosures { get; set; }

    public List<SignatoryForm> Signatories { get; set; } = [];

    public static PaperForm Of(PaperSheet sheet)
    {
        var form = new PaperForm
        {
            Title = sheet.Title,
            Recipient = sheet.Recipient,
            Enclosures = sheet.Enclosures.ToString(CultureInfo.InvariantCulture),
            Signatories = SignatoryForm.Rows(sheet.Signatories, 0),
        };
        form.Fill();
        return form;
    }

    /// <summary>One row more than are filled, as long as there may be more.</summary>
    public void Fill()
    {
        var filled = SignatoryForm.Read(Signatories);
        Signatories = SignatoryForm.Rows(
            filled,
            Math.Min(filled.Count + 1, OfficialPaper.MostSignatories)
        );
    }

    /// <returns>Null when something typed cannot be read; the errors then say what.</returns>
    public PaperEntry? Read(ModelStateDictionary errors)
    {
        var enclosures = 0;
        if (
            !string.IsNullOrWhiteSpace(Enclosures)
            && !int.TryParse(
                PersianText.LatinDigits(Enclosures).Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out enclosures
            )
        )
        {
            errors.AddModelError("Form.Enclosures", "field.number");
        }
        return errors.IsValid
            ? new PaperEntry(Title ?? "", Recipient, enclosures, SignatoryForm.Read(Signatories))
            : null;
    }
}

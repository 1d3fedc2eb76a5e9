using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Karvan.Platform.Fields;
using Karvan.Platform.Papers;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>A letterhead as it is typed.</summary>
public sealed class LetterheadForm
{
    /// <summary>Those who usually sign.</summary>
    public const int Signatories = 2;

    [Required]
    public string? From { get; set; }

    [StringLength(Lengths.Name)]
    public string? AboveFa { get; set; }

    [Required, StringLength(Lengths.Name)]
    public string? NameFa { get; set; }

    [StringLength(Letterhead.LongestAddress)]
    public string? AddressFa { get; set; }

    [StringLength(Lengths.Name)]
    public string? AboveEn { get; set; }

    [Required, StringLength(Lengths.Name)]
    public string? NameEn { get; set; }

    [StringLength(Letterhead.LongestAddress)]
    public string? AddressEn { get; set; }

    [StringLength(Lengths.Name)]
    public string? Contact { get; set; }

    [Required]
    public string? Numbering { get; set; }

    [StringLength(NumberPattern.Longest)]
    public string? Pattern { get; set; }

    [StringLength(Lengths.Code)]
    public string? FirstNumber { get; set; }

    public List<SignatoryForm> SignatoriesFa { get; set; } = SignatoryForm.Rows([], Signatories);

    public List<SignatoryForm> SignatoriesEn { get; set; } = SignatoryForm.Rows([], Signatories);

    public static LetterheadForm Of(Letterhead head) =>
        new()
        {
            From = SolarDate.Text(head.From),
            AboveFa = head.AboveFa,
            NameFa = head.NameFa,
            AddressFa = head.AddressFa,
            AboveEn = head.AboveEn,
            NameEn = head.NameEn,
            AddressEn = head.AddressEn,
            Contact = head.Contact,
            Numbering = head.Numbering.ToString(),
            Pattern = head.Pattern,
            FirstNumber = head.FirstNumber.ToString(CultureInfo.InvariantCulture),
            SignatoriesFa = SignatoryForm.Rows(head.Signatories(Language.Persian), Signatories),
            SignatoriesEn = SignatoryForm.Rows(head.Signatories(Language.English), Signatories),
        };

    /// <summary>Rows that were not sent are empty.</summary>
    public void Fill()
    {
        SignatoriesFa = SignatoryForm.Rows(SignatoryForm.Read(SignatoriesFa), Signatories);
        SignatoriesEn = SignatoryForm.Rows(SignatoryForm.Read(SignatoriesEn), Signatories);
    }

    /// <returns>Null when something typed cannot be read; the errors then say what.</returns>
    public LetterheadEntry? Read(ModelStateDictionary errors)
    {
        if (!SolarDate.TryParse(From, out var from) && !string.IsNullOrWhiteSpace(From))
        {
            errors.AddModelError($"Form.{nameof(From)}", "field.date");
        }
        var first = 1;
        if (
            !string.IsNullOrWhiteSpace(FirstNumber)
            && !int.TryParse(
                PersianText.LatinDigits(FirstNumber).Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out first
            )
        )
        {
            errors.AddModelError($"Form.{nameof(FirstNumber)}", "field.number");
        }
        var numbering = Enum.GetValues<Numbering>().Where(n => n.ToString() == Numbering).ToList();
        if (numbering.Count == 0 && !string.IsNullOrEmpty(Numbering))
        {
            errors.AddModelError($"Form.{nameof(Numbering)}", "field.invalid");
        }
        return errors.IsValid
            ? new LetterheadEntry(
                from,
                new LocalText(NameFa ?? "", NameEn ?? ""),
                new LocalText(AboveFa ?? "", AboveEn ?? ""),
                new LocalText(AddressFa ?? "", AddressEn ?? ""),
                Contact,
                numbering[0],
                Pattern,
                first,
                SignatoryForm.Read(SignatoriesFa),
                SignatoryForm.Read(SignatoriesEn)
            )
            : null;
    }

    /// <summary>The field that a refusal is about; null for the form as a whole.</summary>
    public static string? FieldOf(LetterheadRefusal refusal) =>
        refusal switch
        {
            LetterheadRefusal.NameMissing => nameof(NameFa),
            LetterheadRefusal.PatternWrong => nameof(Pattern),
            LetterheadRefusal.FirstNumberWrong => nameof(FirstNumber),
            LetterheadRefusal.SignatoriesWrong => $"{nameof(SignatoriesFa)}[0].Name",
            LetterheadRefusal.DayTaken => nameof(From),
            _ => null,
        };
}

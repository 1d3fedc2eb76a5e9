using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Certificates;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Era;

/// <summary>A certificate as it is typed.</summary>
[KeptIn<EraCertificate>]
public sealed class CertificateForm
{
    public string? Number { get; set; }

    /// <summary>Points of 100 with up to two decimals, in any digits.</summary>
    [Required]
    [Field(
        "era.score",
        Hint = "era.score-hint",
        Longest = Lengths.Code,
        Length = FieldLength.Narrow
    )]
    public string? Score { get; set; }

    public string? IssuedOn { get; set; }

    public string? ExpiresOn { get; set; }

    /// <returns>Null when something typed cannot be read; <paramref name="errors"/> then says what.</returns>
    public EraCertificateEntry? Read(ModelStateDictionary errors, string prefix)
    {
        var score = string.IsNullOrWhiteSpace(Score) ? 0 : ScoreOf(Score);
        if (score is null)
        {
            errors.AddModelError($"{prefix}.{nameof(Score)}", "era.score-wrong");
        }
        var issued = Day(IssuedOn, errors, $"{prefix}.{nameof(IssuedOn)}");
        var expires = Day(ExpiresOn, errors, $"{prefix}.{nameof(ExpiresOn)}");
        return errors.IsValid && issued is { } from && expires is { } to
            ? new EraCertificateEntry(Number!, score!.Value, from, to)
            : null;
    }

    /// <summary>The field that a refusal is about; null for the form as a whole.</summary>
    public static string? FieldOf(EraRefusal refusal) =>
        refusal switch
        {
            EraRefusal.NumberWrong or EraRefusal.NumberTaken => nameof(Number),
            EraRefusal.ScoreOutOfRange => nameof(Score),
            EraRefusal.IssueInFuture => nameof(IssuedOn),
            EraRefusal.DatesReversed => nameof(ExpiresOn),
            _ => null,
        };

    /// <summary>A decimal point is written with a slash as well.</summary>
    private static int? ScoreOf(string typed) => TypedNumber.Hundredths(typed.Replace('/', '.'));

    private static DateOnly? Day(string? typed, ModelStateDictionary errors, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (SolarDate.TryParse(typed, out var day))
        {
            return day;
        }
        errors.AddModelError(field, "field.date");
        return null;
    }
}

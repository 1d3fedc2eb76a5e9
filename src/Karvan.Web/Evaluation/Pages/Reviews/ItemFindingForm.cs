using System.Globalization;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>What somebody finds of an item, as it is typed.</summary>
[KeptIn<ItemReview>]
public sealed class ItemFindingForm
{
    public string? Decision { get; set; }

    [Field(
        "review.granted",
        Longest = Lengths.Code,
        Kind = FieldKind.Number,
        Length = FieldLength.Narrow
    )]
    public string? Number { get; set; }

    public string? Level { get; set; }

    public string? Reason { get; set; }

    public string? Remark { get; set; }

    public static ItemFindingForm Of(Finding finding) =>
        new()
        {
            Decision = $"{finding.Decision}",
            Number = (finding.Hundredths / 100m)?.ToString("0.##", CultureInfo.InvariantCulture),
            Level = finding.Level,
            Reason = finding.Reason is { } reason ? $"{reason}" : null,
            Remark = finding.Remark,
        };

    /// <summary>Reads what was typed; what cannot be read has its error beside it.</summary>
    /// <param name="prefix">The name of the form in its page.</param>
    /// <returns>Null where something is wrong.</returns>
    public Finding? Read(ModelStateDictionary errors, string prefix)
    {
        if (EnumNames.Of<ReviewDecision>(Decision ?? "") is not { } decision)
        {
            errors.AddModelError(
                $"{prefix}.{nameof(Decision)}",
                $"review.refused.{ReviewRefusal.NoDecision}"
            );
            return null;
        }
        int? hundredths = null;
        if (decision is ReviewDecision.Accepted && !string.IsNullOrWhiteSpace(Number))
        {
            hundredths = TypedNumber.Hundredths(Number);
            if (hundredths is null)
            {
                errors.AddModelError($"{prefix}.{nameof(Number)}", "dossier.bad-number");
                return null;
            }
        }
        return errors.IsValid
            ? new Finding(
                decision,
                hundredths,
                decision is ReviewDecision.Accepted && !string.IsNullOrEmpty(Level) ? Level : null,
                decision is ReviewDecision.Rejected
                    ? EnumNames.Of<RejectionReason>(Reason ?? "")
                    : null,
                string.IsNullOrWhiteSpace(Remark) ? null : Remark.Trim()
            )
            : null;
    }

    /// <summary>The field that a refusal is about; null for the whole form.</summary>
    public static string? FieldOf(ReviewRefusal refusal) =>
        refusal switch
        {
            ReviewRefusal.NoDecision => nameof(Decision),
            ReviewRefusal.NoReason => nameof(Reason),
            ReviewRefusal.NoRemark => nameof(Remark),
            ReviewRefusal.NumberOutOfRange => nameof(Number),
            ReviewRefusal.LevelUnknown => nameof(Level),
            _ => null,
        };
}

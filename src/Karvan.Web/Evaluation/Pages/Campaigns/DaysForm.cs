using System.Globalization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>The days of a campaign as they are typed: a draft may leave some for later.</summary>
[KeptIn<Campaign>]
public sealed class DaysForm
{
    public const string Name = "Form";

    public string? FilingOpens { get; set; }

    public string? FilingEnds { get; set; }

    [KeptIn<Campaign>(Optional = true)]
    public string? FilingGrace { get; set; }

    public string? AnswersEnd { get; set; }

    public string? ReviewEnds { get; set; }

    public string? CommitteeMeets { get; set; }

    public string? EmbargoEnds { get; set; }

    public string? ObjectionsEnd { get; set; }

    public static DaysForm Of(CampaignCalendar days) =>
        new()
        {
            FilingOpens = Written(days.FilingOpens),
            FilingEnds = Written(days.FilingEnds),
            FilingGrace = days.FilingGrace.ToString(CultureInfo.InvariantCulture),
            AnswersEnd = Written(days.AnswersEnd),
            ReviewEnds = Written(days.ReviewEnds),
            CommitteeMeets = Written(days.CommitteeMeets),
            EmbargoEnds = Written(days.EmbargoEnds),
            ObjectionsEnd = Written(days.ObjectionsEnd),
        };

    /// <returns>Null when something typed cannot be read, or the days are not in order; the errors then say which.</returns>
    public CampaignCalendar? Read(ModelStateDictionary errors)
    {
        DateOnly? Day(string field, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }
            if (SolarDate.TryParse(typed, out var day))
            {
                return day;
            }
            errors.AddModelError($"{Name}.{field}", "field.date");
            return null;
        }
        var grace = PersianText.LatinDigits(FilingGrace ?? "").Trim();
        var days = 0;
        if (
            grace.Length > 0
            && !int.TryParse(grace, NumberStyles.None, CultureInfo.InvariantCulture, out days)
        )
        {
            errors.AddModelError($"{Name}.{nameof(FilingGrace)}", "campaign.refused.GraceNegative");
        }
        var read = new CampaignCalendar
        {
            FilingOpens = Day(nameof(FilingOpens), FilingOpens),
            FilingEnds = Day(nameof(FilingEnds), FilingEnds),
            FilingGrace = days,
            AnswersEnd = Day(nameof(AnswersEnd), AnswersEnd),
            ReviewEnds = Day(nameof(ReviewEnds), ReviewEnds),
            CommitteeMeets = Day(nameof(CommitteeMeets), CommitteeMeets),
            EmbargoEnds = Day(nameof(EmbargoEnds), EmbargoEnds),
            ObjectionsEnd = Day(nameof(ObjectionsEnd), ObjectionsEnd),
        };
        foreach (var field in read.OutOfOrder)
        {
            errors.AddModelError($"{Name}.{field}", "campaign.refused.DaysOutOfOrder");
        }
        return errors.IsValid ? read : null;
    }

    private static string? Written(DateOnly? day) =>
        day is { } known ? SolarDate.Text(known) : null;
}

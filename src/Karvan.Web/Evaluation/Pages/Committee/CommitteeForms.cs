using Karvan.Evaluation.Committee;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Evaluation.Pages.Committee;

/// <summary>A seat as it is typed.</summary>
[KeptIn<CommitteeSeat>]
public sealed class SeatForm
{
    public string? BodyName { get; set; }
    public string? PersonName { get; set; }
    public bool Chairs { get; set; }
}

/// <summary>A meeting as it is typed.</summary>
[KeptIn<CommitteeMeeting>]
public sealed class MeetingForm
{
    public string? Day { get; set; }
    public string? Quorum { get; set; }
    public string? Agenda { get; set; }
}

/// <summary>A seat in a meeting: whether it was taken, and in whom its holder has an interest.</summary>
public sealed class AttendanceRow
{
    public Guid Seat { get; set; }

    [Field("committee.present")]
    public bool Present { get; set; }

    [KeptIn<MeetingAttendance>(Optional = true)]
    public string? Interest { get; set; }
}

/// <summary>How many voted how, as it is typed.</summary>
public sealed class VotesForm
{
    [Field(
        "committee.for",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow
    )]
    public string? For { get; set; }

    [Field(
        "committee.against",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow
    )]
    public string? Against { get; set; }

    [Field(
        "committee.abstained",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow
    )]
    public string? Abstained { get; set; }

    /// <returns>Null where something typed is no number; the errors then say where.</returns>
    public Votes? Read(ModelStateDictionary errors, string prefix)
    {
        int? Read(string? typed, string field)
        {
            // Nothing typed is nobody.
            var read = string.IsNullOrWhiteSpace(typed)
                ? 0
                : (int?)TypedNumber.Read(typed, 0, short.MaxValue);
            if (read is null)
            {
                errors.AddModelError($"{prefix}.{field}", "committee.bad-count");
            }
            return read;
        }

        return
            (
                Read(For, nameof(For)),
                Read(Against, nameof(Against)),
                Read(Abstained, nameof(Abstained))
            )
                is ({ } yes, { } no, { } none)
            ? new Votes(yes, no, none)
            : null;
    }
}

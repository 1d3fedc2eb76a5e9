using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Conduct;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Conduct;

/// <summary>How a case ended: confirmed for good, which removes the exporter, or closed.</summary>
[Asks(nameof(EvaluationActs.KeepCompliance))]
public sealed class EndCaseModel(FirmCompliance compliance, EndViolationCase end, PageTexts words)
    : RecordPage<ViolationCase>
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Field("compliance.case-state", Longest = Lengths.Code)]
    public string? State { get; set; }

    [BindProperty, KeptIn<ViolationCase>]
    public string? EndedOn { get; set; }

    [BindProperty, KeptIn<ViolationCase>]
    public string? EndingSource { get; set; }

    public IReadOnlyList<FieldChoice> Ends =>
        [
            .. FieldChoice
                .Of<CaseState>(s => words[$"compliance.state.{s}"])
                .Where(c => c.Value is not nameof(CaseState.Pending)),
        ];

    public void OnGet() => Version = Record.Version;

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var state = EnumNames.Of<CaseState>(State ?? "");
        if (state is null)
        {
            ModelState.AddModelError(nameof(State), "field.required");
        }
        if (!SolarDate.TryParse(EndedOn, out var day))
        {
            ModelState.AddModelError(nameof(EndedOn), "field.date");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await end.Run(id, Version, state!.Value, day, EndingSource, Cancellation);
        return done.Done
            ? Redirect(Links.Conduct.Firm(Record.EnterpriseId))
            : Refuse(
                done.Reasons,
                r =>
                    r switch
                    {
                        ComplianceRefusal.NoSource => nameof(EndingSource),
                        ComplianceRefusal.DayToCome or ComplianceRefusal.EndsBeforeIndictment =>
                            nameof(EndedOn),
                        ComplianceRefusal.NoEnd => nameof(State),
                        _ => "",
                    },
                FirmConductModel.Refused
            );
    }

    protected override Task<ViolationCase?> Find(Guid id) => compliance.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(ViolationCase record) => [record.Subject];
}

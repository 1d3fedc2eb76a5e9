using System.Globalization;
using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Conduct;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Registry.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Conduct;

/// <summary>A case as it is typed.</summary>
[KeptIn<ViolationCase>]
public sealed class CaseForm
{
    public string? Kind { get; set; }
    public string? Number { get; set; }
    public string? IndictedOn { get; set; }
    public string? Source { get; set; }
}

/// <summary>A currency obligation as it is typed.</summary>
[KeptIn<CurrencyObligation>]
public sealed class ObligationForm
{
    [Field("compliance.year", Longest = 4, Kind = FieldKind.Digits, Length = FieldLength.Narrow)]
    public string? Year { get; set; }

    [Field(
        "compliance.percent",
        Hint = "compliance.percent-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Number,
        Length = FieldLength.Narrow
    )]
    public string? Percent { get; set; }

    public bool IsMet { get; set; }
    public string? AsOf { get; set; }
    public string? Source { get; set; }
}

/// <summary>What is on record of a firm's conduct (R7): currency obligations and cases, each with who said so.</summary>
[Asks(nameof(EvaluationActs.ReadCompliance))]
public sealed class FirmConductModel(
    EnterpriseCard card,
    FirmCompliance compliance,
    EnterViolationCase enterCase,
    EnterCurrencyObligation enterObligation
) : EnterprisePage(card)
{
    private static readonly string[] CaseFields =
    [
        $"{nameof(Case)}.{nameof(CaseForm.Kind)}",
        $"{nameof(Case)}.{nameof(CaseForm.Number)}",
        $"{nameof(Case)}.{nameof(CaseForm.IndictedOn)}",
        $"{nameof(Case)}.{nameof(CaseForm.Source)}",
    ];

    private static readonly string[] ObligationFields =
    [
        $"{nameof(Obligation)}.{nameof(ObligationForm.Year)}",
        $"{nameof(Obligation)}.{nameof(ObligationForm.Percent)}",
        $"{nameof(Obligation)}.{nameof(ObligationForm.IsMet)}",
        $"{nameof(Obligation)}.{nameof(ObligationForm.AsOf)}",
        $"{nameof(Obligation)}.{nameof(ObligationForm.Source)}",
    ];

    /// <summary>A ratio has six decimals: a percentage of four is the same integer.</summary>
    private const int PercentDecimals = 4;

    private const int WholePercent = 100;

    [BindProperty]
    public CaseForm Case { get; set; } = new();

    [BindProperty]
    public ObligationForm Obligation { get; set; } = new();

    public IReadOnlyList<ViolationCase> Cases { get; private set; } = [];

    public IReadOnlyList<CurrencyObligation> Obligations { get; private set; } = [];

    public bool MayKeep =>
        May(
            EvaluationActs.KeepCompliance,
            new Subject(nameof(ViolationCase), null, Body.TradePromotion, Firm.Province, Firm.Id)
        );

    public static Status Status(CaseState state) =>
        new(
            $"compliance.state.{state}",
            state switch
            {
                CaseState.Pending => StatusKind.Going,
                CaseState.Final => StatusKind.Bad,
                _ => StatusKind.Quiet,
            }
        );

    public void OnGet() { }

    [Asks(nameof(EvaluationActs.KeepCompliance))]
    public async Task<IActionResult> OnPostCaseAsync(Guid id)
    {
        var fields = CaseFields;
        var kind = EnumNames.Of<ViolationKind>(Case.Kind ?? "");
        if (kind is null)
        {
            ModelState.AddModelError(fields[0], "field.required");
        }
        if (!SolarDate.TryParse(Case.IndictedOn, out var day))
        {
            ModelState.AddModelError(fields[2], "field.date");
        }
        if (!IsRight(fields))
        {
            return Page();
        }
        var done = await enterCase.Run(
            id,
            new CaseEntry(kind!.Value, Case.Number ?? "", day, Case.Source ?? ""),
            Cancellation
        );
        return done.Done
            ? Redirect(Links.Conduct.Firm(id))
            : Refuse(
                done.Reasons,
                r =>
                    r switch
                    {
                        ComplianceRefusal.DayToCome => fields[2],
                        ComplianceRefusal.NoSource => fields[3],
                        _ => fields[1],
                    },
                Refused
            );
    }

    [Asks(nameof(EvaluationActs.KeepCompliance))]
    public async Task<IActionResult> OnPostObligationAsync(Guid id)
    {
        var fields = ObligationFields;
        var hasYear = int.TryParse(
            PersianText.LatinDigits(Obligation.Year ?? ""),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var year
        );
        if (!hasYear)
        {
            ModelState.AddModelError(fields[0], Refused(ComplianceRefusal.YearWrong));
        }
        var ratio = TypedNumber.Read(Obligation.Percent, PercentDecimals, WholePercent);
        if (ratio is null)
        {
            ModelState.AddModelError(fields[1], Refused(ComplianceRefusal.RatioOutOfRange));
        }
        if (!SolarDate.TryParse(Obligation.AsOf, out var day))
        {
            ModelState.AddModelError(fields[3], "field.date");
        }
        if (!IsRight(fields))
        {
            return Page();
        }
        var done = await enterObligation.Run(
            id,
            new ObligationEntry(
                year,
                (int)ratio!.Value,
                Obligation.IsMet,
                day,
                Obligation.Source ?? ""
            ),
            Cancellation
        );
        return done.Done
            ? Redirect(Links.Conduct.Firm(id))
            : Refuse(
                done.Reasons,
                r =>
                    r switch
                    {
                        ComplianceRefusal.YearWrong => fields[0],
                        ComplianceRefusal.RatioOutOfRange => fields[1],
                        ComplianceRefusal.DayToCome => fields[3],
                        _ => fields[4],
                    },
                Refused
            );
    }

    /// <summary>Of this body, whoever's firm it is: a firm reads its own.</summary>
    protected override IEnumerable<Subject> SubjectsOf(Enterprise record) =>
        [new Subject(nameof(ViolationCase), null, Body.TradePromotion, record.Province, record.Id)];

    protected override async Task<IActionResult?> Open()
    {
        Cases = await compliance.Cases(Firm.Id, Cancellation);
        Obligations = await compliance.Obligations(Firm.Id, Cancellation);
        return null;
    }

    internal static string Refused(ComplianceRefusal refusal) => $"compliance.refused.{refusal}";
}

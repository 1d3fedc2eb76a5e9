using Karvan.Platform.Values;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Frames;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Platform.Pages.Gallery;

/// <summary>What the page of parts shows besides fields and tables.</summary>
public sealed class Samples(PageTexts w)
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 14, 8, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2024, 5, 14);

    public PageFrame Frame { get; } =
        new(
            "مریم احمدی",
            new Acting("1", "بافندگی دانا", "parts.role-firm"),
            [
                new Acting("2", "Pars Agro Co.", "parts.role-firm"),
                new Acting("3", "شرکت استانی یزد", "parts.role-expert"),
            ],
            [
                // As many as there are, each with places: the row must hold them in both languages.
                .. Enum.GetValues<NavigationGroup>()
                    .Select(g => new NavigationSection(
                        g,
                        [
                            new("parts.nav-worklist", "#tasks", g is NavigationGroup.Firms),
                            new("parts.nav-evaluation", "#table"),
                            new("parts.nav-rulebooks", "#scale"),
                        ]
                    )),
            ]
        );

    public IReadOnlyList<FieldChoice> Sizes { get; } =
    [
        new("small", w["parts.size-small"], w["parts.size-small-hint"]),
        new("medium", w["parts.size-medium"], w["parts.size-medium-hint"]),
    ];

    public IReadOnlyList<FieldChoice> Markets { get; } =
    [
        new("IQ", w["parts.market-iq"]),
        new("RU", w["parts.market-ru"]),
        new("TR", w["parts.market-tr"]),
    ];

    public TaskList Tasks { get; } =
        new([
            new(
                w["parts.tasks-firm"],
                [
                    new(w["parts.task-profile"], "#tasks", TaskState.Complete),
                    new(w["parts.task-guild"], null, TaskState.NotNeeded),
                ]
            ),
            new(
                w["parts.tasks-evidence"],
                [
                    new(
                        w["parts.task-markets"],
                        "#tasks",
                        TaskState.Missing,
                        w["parts.task-markets-note"]
                    ),
                    new(w["parts.task-brand"], "#tasks", TaskState.Going),
                    new(w["parts.task-fairs"], "#tasks", TaskState.NotStarted),
                    new(w["parts.task-send"], null, TaskState.Blocked, w["parts.task-send-note"]),
                ]
            ),
        ]);

    public StepRail Rail { get; } =
        new(
            w["parts.rail-label"],
            [
                new(
                    w["parts.step-1"],
                    StepState.Passed,
                    w["parts.step-passed", ("day", Day)],
                    "#rail"
                ),
                new(
                    w["parts.step-2"],
                    StepState.Passed,
                    w["parts.step-passed", ("day", Day.AddDays(90))],
                    "#rail"
                ),
                new(w["parts.step-3"], StepState.Current, w["parts.step-waits"], "#rail"),
                new(w["parts.step-4"], StepState.Ahead),
                new(w["parts.step-5"], StepState.Ahead),
            ]
        );

    public StepRail HeldRail { get; } =
        new(
            w["parts.rail-held-label"],
            [
                new(w["parts.step-1"], StepState.Passed),
                new(w["parts.step-2"], StepState.Held, w["parts.step-held"], "#rail"),
                new(w["parts.step-3"], StepState.Ahead),
                new(w["parts.step-4"], StepState.Ahead),
                new(w["parts.step-5"], StepState.Ahead),
            ]
        );

    public FileList Files { get; } =
        new([
            new(
                "پروانهٔ بهره‌برداری.pdf",
                482_113,
                Noon,
                "مریم احمدی",
                FileScan.Clean,
                "#files",
                "#files"
            ),
            new(
                "IMG_20240514_0001.jpg",
                3_911_204,
                Noon.AddHours(3),
                "مریم احمدی",
                FileScan.Waiting,
                null,
                "#files"
            ),
            new(
                "scan.docm",
                912,
                Noon.AddDays(1),
                "Reza K.",
                FileScan.Refused,
                null,
                null,
                w["parts.file-about"]
            ),
        ]);

    public ActivityTrail Trail { get; } =
        new([
            new(
                Noon.AddDays(2),
                "رضا کریمی",
                w["parts.did-accept"],
                "مدارک کامل است.\nسفارت هم تأیید کرده است."
            ),
            new(
                Noon.AddDays(1),
                "مریم احمدی",
                w["parts.did-change"],
                Changes:
                [
                    new(
                        w["parts.field-name"],
                        PageTexts.Name("بافندگی دانا"),
                        PageTexts.Name("بافندگی دانای یزد")
                    ),
                    new(w["parts.field-mail"], null, PageTexts.Name("info@dana.example")),
                ]
            ),
            new(Noon, null, w["parts.did-compute"]),
        ]);

    /// <summary>They stand still: nothing here goes on.</summary>
    public Progress Begun { get; } = new(w["parts.progress-waiting"], 0, Looks: false);

    public Progress Half { get; } =
        new(w["parts.progress-half", ("lines", 41_250)], 55, Looks: false);

    public Chart Chart { get; } =
        new(
            "exports",
            w["parts.chart-title"],
            w["parts.chart-unit"],
            [
                .. Enumerable
                    .Range(SolarDate.Year(Day) - 5, 5)
                    .Select(y => PageTexts.Name(w.Year(y))),
            ],
            [
                new(
                    w["parts.chart-firm"],
                    [420, 610, null, 980, 1_340],
                    ["#table", "#table", null, "#table", "#table"]
                ),
                new(w["parts.chart-province"], [510, 540, 600, 590, 720]),
            ]
        );

    public BandScaleDrawing Scale { get; } = ScaleOf(w, "scale-1", "parts.scale-title", 4);

    public BandScaleDrawing TopScale { get; } = ScaleOf(w, "scale-2", "parts.scale-top", 8);

    public StaleEdit Stale { get; } =
        new(
            "رضا کریمی",
            Noon,
            "Version",
            "8",
            [
                new(
                    "Input.Name",
                    w["parts.field-name"],
                    Value("بافندگی دانای یزد"),
                    Value("بافندگی دانا")
                ),
                new("Input.Mail", w["parts.field-mail"], Value("info@dana.example"), Value("")),
            ],
            [("Input.Province", "yazd")]
        );

    private static StaleValue Value(string text) => new(text, PageTexts.Name(text));

    private static BandScaleDrawing ScaleOf(PageTexts w, string id, string title, int stands) =>
        new(
            id,
            w[title],
            w["parts.usd"],
            [
                new(null, 0),
                new(100_000, 5),
                new(300_000, 15),
                new(1_000_000, 30),
                new(5_000_000, 50),
                new(20_000_000, 80),
                new(100_000_000, 120),
                new(500_000_000, 160),
                new(1_200_000_000, 200),
            ],
            stands
        );
}

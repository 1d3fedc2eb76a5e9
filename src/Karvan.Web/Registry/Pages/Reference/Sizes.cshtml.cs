using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Up to how many employees a firm is micro, small or medium, from a day on (clause G0).</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class SizeListModel(ReferenceShelf shelf, PageTexts words)
    : ReferenceListPage<SizeThreshold>(words)
{
    public override ReferenceList List => ReferenceLists.Sizes;

    public override bool Dated => true;

    protected override string Sort => "-from";

    protected override async Task<IEnumerable<SizeThreshold>> Held()
    {
        var rows = await shelf.Rows<SizeThreshold>(Cancellation);
        return AskedDay() is { } day
            ? new[] { new SizeClass(rows).On(day) }.OfType<SizeThreshold>()
            : rows;
    }

    protected override Column<SizeThreshold>[] Columns(IReadOnlyList<SizeThreshold> rows) =>
        [
            new("from", "reference.from", s => Lead(Cell.Day(s.From), s)) { Sorts = true },
            new("micro", "size-threshold.micro", s => Cell.Number(s.MicroMost)) { Numeric = true },
            new("small", "size-threshold.small", s => Cell.Number(s.SmallMost)) { Numeric = true },
            new("medium", "size-threshold.medium", s => Cell.Number(s.MediumMost))
            {
                Numeric = true,
            },
            new("clause", "size-threshold.clause", s => ClauseOf(s.Clause)),
            new(
                "reading",
                "size-threshold.status",
                s =>
                    Cell.Status(
                        s.IsReading
                            ? new Status("size-threshold.reading", StatusKind.Now)
                            : new Status("size-threshold.given", StatusKind.Good)
                    )
            ),
            .. About<SizeThreshold>(),
        ];

    /// <summary>In words where it is one that the texts name; otherwise as it was typed.</summary>
    private Cell ClauseOf(string? clause) =>
        clause is { } id && W.Has($"clause.{id}")
            ? Cell.Said(W[$"clause.{id}"])
            : Cell.Text(clause);
}

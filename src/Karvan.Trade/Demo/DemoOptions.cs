namespace Karvan.Trade.Demo;

/// <summary>What the demo input of <c>karvan score</c> is to hold. The same options give the same bytes on every machine.</summary>
/// <param name="Exporters">Firms in <c>exporters.csv</c>: 1 to 5,000,000.</param>
/// <param name="Lines">Good customs lines over all years and both flows: 1 to 1,000,000,000. Each one is accepted.</param>
/// <param name="Seed">Any number; another seed gives other firms and lines.</param>
/// <param name="Years">The solar years of the rulebook, ascending and without a gap; the last is the scored year. 1 to 8 of them.</param>
/// <param name="ProductGroups">The rulebook's product groups; where empty, every firm applies for all goods.</param>
/// <param name="Evidence">The criteria that rest on evidence; no others get rows.</param>
/// <param name="Faults">Faulty lines in addition to the good ones, 0 to 100,000,000, of every <see cref="DemoFault"/> in turn.</param>
/// <param name="PersianDigitsEvery">Every n-th good line is written with Persian digits, which is no fault; 0: none.</param>
public sealed record DemoOptions(
    int Exporters,
    long Lines,
    ulong Seed,
    IReadOnlyList<int> Years,
    IReadOnlyList<DemoProductGroup> ProductGroups,
    IReadOnlyList<DemoEvidenceCriterion> Evidence,
    int Faults = 0,
    int PersianDigitsEvery = 0
);

/// <summary>A product group of the rulebook.</summary>
/// <param name="Id">As written in <c>product_group</c>.</param>
/// <param name="Chapters">Two-digit HS chapters, <c>01</c> to <c>97</c>; a chapter belongs to the first group that names it.</param>
public sealed record DemoProductGroup(string Id, IReadOnlyList<string> Chapters);

/// <summary>What an accepted row of a criterion must hold.</summary>
public enum DemoEvidenceKind
{
    /// <summary>A quantity from 0 to the largest, and one of the levels; the best row counts.</summary>
    Graded,

    /// <summary>A quantity from 0 to the largest; the best row counts.</summary>
    Judged,

    /// <summary>An item; any row suffices.</summary>
    AnyItem,

    /// <summary>Distinct countries count.</summary>
    Countries,

    /// <summary>Distinct items count.</summary>
    Items,

    /// <summary>Distinct pairs of item and country count.</summary>
    ItemsByCountry,
}

/// <summary>A criterion that rests on evidence.</summary>
/// <param name="Id">As written in <c>criterion</c>, such as <c>R6.10</c>. The demo's table of items is looked up by it.</param>
/// <param name="Kind">What its rows hold.</param>
/// <param name="LargestQuantity">For the graded (per cent) and the judged (points): the largest quantity, 1 and above.</param>
/// <param name="Levels">For the graded: the levels.</param>
/// <param name="Items">Where the rulebook closes the list of items: that list. Otherwise the demo's own items.</param>
public sealed record DemoEvidenceCriterion(
    string Id,
    DemoEvidenceKind Kind,
    int LargestQuantity = 0,
    IReadOnlyList<string>? Levels = null,
    IReadOnlyList<string>? Items = null
);

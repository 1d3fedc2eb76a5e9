using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Drawings;

/// <summary>Numbers that people compare, as columns drawn on the server with the table behind them.</summary>
/// <param name="Unit">What the numbers count.</param>
/// <param name="Labels">What stands under the columns, in the order of reading.</param>
/// <param name="Series">One kind of column each; three at most keep apart by colour and pattern.</param>
public sealed record Chart(
    string Id,
    Said Title,
    Said Unit,
    IReadOnlyList<Said> Labels,
    IReadOnlyList<ChartSeries> Series
);

/// <param name="Values">One a label; null where there is no number.</param>
/// <param name="Links">Where a column leads, one a label; null where it leads nowhere.</param>
public sealed record ChartSeries(
    Said Name,
    IReadOnlyList<decimal?> Values,
    IReadOnlyList<string?>? Links = null
);

using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Tables;

/// <summary>What a reader chose of a table, in words: on paper there is no form that shows it.</summary>
public static class TableChoice
{
    /// <returns>Each filter with what was asked of it.</returns>
    public static IReadOnlyList<(Said Label, Said Value)> Of(TableView table, PageTexts words)
    {
        var chosen = new List<(Said, Said)>();
        foreach (var column in table.Columns)
        {
            Said title = words[column.FilterTitleKey ?? column.TitleKey];
            if (column.Filter is ColumnFilter.Days)
            {
                Day(TableAsk.FromKey(column.Key), "table.day-from");
                Day(TableAsk.ToKey(column.Key), "table.day-to");
            }
            else if (table.Ask.Filter(column.Key) is { } asked)
            {
                var choice = column.Choices.FirstOrDefault(c => c.Value == asked);
                chosen.Add((title, choice?.Text ?? PageTexts.Name(asked)));
            }

            void Day(string key, string labelKey)
            {
                if (table.Ask.Filter(key) is { } typed && !table.Ask.IsNoDay(key))
                {
                    chosen.Add(
                        (
                            words[labelKey, ("column", words[column.TitleKey])],
                            PageTexts.Name(words.Typed(typed))
                        )
                    );
                }
            }
        }
        return chosen;
    }
}

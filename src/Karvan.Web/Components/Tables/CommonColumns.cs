using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Tables;

/// <summary>Columns that many tables have.</summary>
internal static class CommonColumns
{
    public static Column<TRow> Province<TRow>(Func<TRow, string> code, PageTexts words) =>
        new("province", "enterprise.province", r => Cell.Text(PlaceNames.Province(code(r), words)))
        {
            Filter = ColumnFilter.Choice,
            Choices = PlaceNames.Provinces(words),
        };
}

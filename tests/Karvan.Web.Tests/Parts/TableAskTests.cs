using Karvan.Web.Components.Tables;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Karvan.Web.Tests.Parts;

/// <summary>What an address asks of a table, and the addresses the table makes of it.</summary>
public sealed class TableAskTests
{
    private static readonly ColumnHead[] Columns =
    [
        new("name", "a.name") { Sorts = true, Filter = ColumnFilter.Text },
        new("value", "a.value") { Sorts = true },
        new("note", "a.note"),
    ];

    [Fact]
    public void What_is_asked_is_read()
    {
        var ask = Of("?t.sort=-value&t.page=۳&t.f-name=%20ab%20&t.download=csv");
        Assert.Equal(("value", true, 3, 40), (ask.Sort, ask.Descending, ask.Page, ask.Skip));
        Assert.Equal("ab", ask.Filter("name"));
        Assert.Equal(DownloadFormat.Csv, ask.Download);
    }

    [Theory]
    [InlineData("?t.sort=note")]
    [InlineData("?t.sort=; drop")]
    [InlineData("?t.page=-1")]
    [InlineData("?t.page=99999999999")]
    [InlineData("?t.f-note=x")]
    [InlineData("?t.download=exe")]
    public void What_cannot_be_asked_is_ignored(string query)
    {
        var ask = Of(query);
        Assert.Equal(("name", false, 1), (ask.Sort, ask.Descending, ask.Page));
        Assert.Empty(ask.Filters);
        Assert.Null(ask.Download);
    }

    [Theory]
    [InlineData("Friday", DayOfWeek.Friday)]
    [InlineData("friday", null)]
    [InlineData("5", null)]
    [InlineData("Friday, Monday", null)]
    [InlineData("Someday", null)]
    [InlineData("", null)]
    public void A_choice_is_read_by_its_name_alone(string asked, DayOfWeek? choice) =>
        Assert.Equal(
            choice,
            Of("?t.f-name=" + Uri.EscapeDataString(asked)).Choice<DayOfWeek>("name")
        );

    [Fact]
    public void Links_keep_everything_else()
    {
        var ask = Of("?tab=2&t.sort=name&t.page=3&t.f-name=ab");
        Assert.Equal("/firms?tab=2&t.f-name=ab&t.sort=-name", ask.SortLink(Columns[0]));
        Assert.Equal("/firms?tab=2&t.f-name=ab&t.sort=value", ask.SortLink(Columns[1]));
        Assert.Equal("/firms?tab=2&t.f-name=ab&t.sort=name&t.page=4", ask.PageLink(4));
        Assert.Equal(
            "/firms?tab=2&t.f-name=ab&t.sort=name&t.download=xlsx",
            ask.DownloadLink(DownloadFormat.Xlsx)
        );
        Assert.Equal("/firms?tab=2&t.sort=name", ask.WithoutFilters());
    }

    /// <summary>On paper all rows from the first on; where they may not be taken away, the page that is looked at.</summary>
    [Fact]
    public void Paper_takes_all_rows_that_may_be_taken_away()
    {
        const string query = "?t.sort=-name&t.page=3&print=1";
        var (all, some) = (Of(query), Of(query, whole: false));
        Assert.Equal((true, 1, 0, "name"), (all.Printed, all.Page, all.Skip, all.Sort));
        Assert.True(all.PageSize > 1000);
        Assert.Equal((true, 3, 40, 20), (some.Printed, some.Page, some.Skip, some.PageSize));
        Assert.Equal("/firms?t.sort=-name&print=1", all.PrintLink());
        Assert.Equal("/firms?t.sort=-name&t.page=2", some.PageLink(2));
        Assert.False(Of("?print=2").Printed);
    }

    private static TableAsk Of(string query, bool whole = true)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = HttpMethods.Get;
        request.Path = "/firms";
        request.QueryString = new QueryString(query);
        return TableAsk.Of(request, Columns, sort: "name", pageSize: 20, id: "t", whole: whole);
    }
}

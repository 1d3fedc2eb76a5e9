using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Profiles;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>
/// A good line in which one field at a time is written otherwise: <c>decl;line;flow;date;id;hs;country;value;currency;weight</c>.
/// </summary>
internal sealed class OneLine : IDisposable
{
    public static readonly string[] Names =
    [
        "decl",
        "line",
        "flow",
        "date",
        "id",
        "hs",
        "country",
        "value",
        "currency",
        "weight",
    ];

    public static readonly MappingProfile Profile = new()
    {
        File = new(TextEncoding.Utf8, FieldSeparator.Semicolon, null, new HeaderPlace(1)),
        Declaration = new([new("decl")], LineNumbering.Column, new("line")),
        Flow = new(new("flow"), null, []),
        Date = new(new("date")),
        Exporter = new(new("id")),
        HsCode = new(new("hs")),
        Country = new("country"),
        Value = new(new("value"), new NumberMarks(), null, new("currency"), []),
        Weight = new(new("weight"), new NumberMarks()),
        Rates =
        [
            new(
                "IRR",
                [
                    DatedRate.Of(new(2021, 3, 21), "42000", RateMeaning.PerUsd, "test")!,
                    DatedRate.Of(new(2021, 6, 1), "250000", RateMeaning.PerUsd, "test")!,
                ]
            ),
            new("EUR", [DatedRate.Of(new(2021, 1, 1), "1.2", RateMeaning.UsdPer, "test")!]),
        ],
    };

    private static readonly string[] Good =
    [
        "A-1",
        "1",
        "export",
        "2021-05-04",
        "10100000006",
        "080251",
        "DE",
        "100.50",
        "USD",
        "12.5",
    ];

    private readonly MappedFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Reads the line with some fields written otherwise.</summary>
    public MappedResult Read(MappingProfile profile, params (string Column, string Text)[] other)
    {
        var fields = Good.ToArray();
        foreach (var (column, text) in other)
        {
            fields[Array.IndexOf(Names, column)] = text;
        }
        return folder.Read(
            string.Join(';', Names) + "\n" + string.Join(';', fields) + "\n",
            profile
        );
    }

    public SaidLine Line(MappingProfile profile, params (string Column, string Text)[] other)
    {
        var read = Read(profile, other);
        Assert.Empty(read.SetAside);
        return Assert.Single(read.Lines);
    }

    public SetAside Refused(MappingProfile profile, params (string Column, string Text)[] other)
    {
        var read = Read(profile, other);
        Assert.Empty(read.Lines);
        return Assert.Single(read.SetAside);
    }

    /// <summary>A fault in one field, which the log shows as it stands in the file.</summary>
    public void Refuses(MappingProfile profile, string column, string text, Fault fault) =>
        Assert.Equal(new SetAside(2, fault, column, text), Refused(profile, (column, text)));
}

using System.Text;
using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Explanations;

/// <summary>The customs facts of a firm, once a line: a person adds them up and finds every customs criterion.</summary>
internal sealed class FactsWriter
{
    private readonly TradeFacts trade;
    private readonly Compliance[] compliance;
    private readonly byte[][] yearKeys;
    private readonly byte[][] countryKeys;
    private readonly byte[][] yearLists;
    private readonly (byte[] Key, byte[][] Classes, long[][] Columns)[] tables;

    public FactsWriter(Rulebook book, TradeFacts trade, Compliance[] compliance)
    {
        (this.trade, this.compliance) = (trade, compliance);
        var years = book.Years.All;
        yearKeys = [.. years.Select(y => Encoding.UTF8.GetBytes($"\"{y}\":\""))];
        countryKeys =
        [
            .. ReferenceTable.Countries.Rows.Select(c =>
                Encoding.UTF8.GetBytes($"\"{c.Id}\":{{\"years\":")
            ),
        ];
        yearLists =
        [
            .. Enumerable
                .Range(0, 256)
                .Select(set =>
                    Encoding.UTF8.GetBytes(
                        "[" + string.Join(",", years.Where((_, i) => (set >> i & 1) != 0)) + "]"
                    )
                ),
        ];
        tables =
        [
            .. trade.Plan.ClassSums.Select(
                (key, k) =>
                    (
                        Encoding.UTF8.GetBytes(
                            $"\"{key.Table.Id}/{key.Table.Editions[key.Edition].Id}\":{{"
                        ),
                        InOrder(key.Table)
                            .Select(c => Encoding.UTF8.GetBytes($"\"{c.Class.Id}\":\""))
                            .ToArray(),
                        InOrder(key.Table).Select(c => trade.ClassCents[k][c.Place]).ToArray()
                    )
            ),
        ];
    }

    /// <summary>By id: a result's own book has its keys in another order than the file it came from.</summary>
    private static IEnumerable<(NamedText Class, int Place)> InOrder(GoodsTable table) =>
        table.Classes.Select((c, place) => (c, place)).OrderBy(c => c.c.Id, StringComparer.Ordinal);

    public void Write(int firm, Utf8Text into)
    {
        into.Raw(",\"facts\":{\"exports_usd\":"u8);
        Years(trade.ExportCents, firm, 2, into);
        into.Raw(",\"exports_kg\":"u8);
        Years(trade.ExportGrams, firm, 3, into);
        into.Raw(",\"imports_usd\":"u8);
        Years(trade.ImportCents, firm, 2, into);
        into.Raw(",\"classes_usd\":{"u8);
        foreach (var (key, classes, columns) in tables)
        {
            into.Raw(key);
            Amounts(classes, columns, firm, 2, into);
            into.Raw("},"u8);
        }
        into.Shorten(tables.Length > 0 ? 1 : 0);
        into.Raw("},\"countries\":{"u8);
        Countries(firm, into);
        into.Raw("},\"fx_return_ratio\":"u8);
        if (compliance[firm].Known)
        {
            into.Raw((byte)'"');
            into.Fixed(compliance[firm].FxReturnRatio, EvidenceRow.Decimals);
            into.Raw((byte)'"');
        }
        else
        {
            into.Raw("null"u8);
        }
        into.Raw((byte)'}');
    }

    private void Years(long[][] columns, int firm, int decimals, Utf8Text into)
    {
        into.Raw((byte)'{');
        Amounts(yearKeys, columns, firm, decimals, into);
        into.Raw((byte)'}');
    }

    /// <summary>Only what is above zero; the first key must be there, so that an empty map is written as such.</summary>
    private static void Amounts(
        byte[][] keys,
        long[][] columns,
        int firm,
        int decimals,
        Utf8Text into
    )
    {
        var any = false;
        for (var i = 0; i < keys.Length; i++)
        {
            if (columns[i][firm] != 0)
            {
                into.Raw(keys[i]);
                into.Fixed(columns[i][firm], decimals);
                into.Raw("\","u8);
                any = true;
            }
        }
        into.Shorten(any ? 1 : 0);
    }

    private void Countries(int firm, Utf8Text into)
    {
        var (from, to) = (trade.CountryStart[firm], trade.CountryStart[firm + 1]);
        for (var row = from; row < to; row++)
        {
            into.Raw(countryKeys[trade.Country[row]]);
            into.Raw(yearLists[trade.YearsAll[row]]);
            if (trade.YearsInGroup[row] != trade.YearsAll[row])
            {
                into.Raw(",\"in_group\":"u8);
                into.Raw(yearLists[trade.YearsInGroup[row]]);
            }
            into.Raw("},"u8);
        }
        into.Shorten(to > from ? 1 : 0);
    }
}

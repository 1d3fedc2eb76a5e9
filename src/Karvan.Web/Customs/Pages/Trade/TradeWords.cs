using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Rules.Reference;
using Karvan.Trade.Ledger;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Words;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>Lines, objections and goods in the reader's language.</summary>
internal static class TradeWords
{
    private const int Chapter = 2;

    public static Status State(LineState state) =>
        new(
            $"trade.line-state.{state}",
            state switch
            {
                LineState.Counted or LineState.Corrected => StatusKind.Good,
                LineState.Conflict => StatusKind.Bad,
                _ => StatusKind.Quiet,
            }
        );

    public static Status State(ContestState state) =>
        new(
            $"trade.contest-state.{state}",
            state switch
            {
                ContestState.Open => StatusKind.Now,
                ContestState.Corrected or ContestState.Struck => StatusKind.Good,
                ContestState.Refused => StatusKind.Bad,
                _ => StatusKind.Quiet,
            }
        );

    public static Said Flow(bool import, PageWords words) =>
        words[$"trade.flow.{TradeAsk.FlowOf(import)}"];

    public static Said Ground(ContestGround ground, PageWords words) =>
        words[$"trade.ground.{ground}"];

    public static IReadOnlyList<FieldChoice> Flows(PageWords words) =>
        [new(TradeAsk.ExportFlow, Flow(false, words)), new(TradeAsk.ImportFlow, Flow(true, words))];

    public static IReadOnlyList<FieldChoice> Grounds(PageWords words) =>
        [
            .. Enum.GetValues<ContestGround>()
                .Select(g => new FieldChoice(g.ToString(), Ground(g, words))),
        ];

    /// <summary>The name of the chapter a good belongs to; empty where the tariff has none such.</summary>
    public static string ChapterOf(string hsCode, PageWords words)
    {
        var chapter = hsCode[..Chapter];
        return ReferenceTable.HsChapters.Contains(chapter)
            ? ReferenceTable.HsChapters.Name(chapter, words.Language)
            : "";
    }

    /// <summary>The fields in which a line counts otherwise than the file says.</summary>
    public static IReadOnlyList<ShownChange> Changes(
        LedgerLine before,
        LedgerLine after,
        PageWords words
    )
    {
        ShownChange Field(string key, Func<LedgerLine, Said> shown) =>
            new(words[key], shown(before), shown(after));
        return
        [
            .. new[]
            {
                Field("trade.day", l => words.Day(l.Day)),
                Field("trade.good", l => PageWords.Name(l.HsCode)),
                Field("trade.country", l => PageWords.Name(PlaceNames.Country(l.Country, words))),
                Field("trade.value", l => PageWords.Name(words.Number(l.ValueCents / 100m, 2))),
                Field("trade.kg", l => PageWords.Name(words.Number(l.WeightGrams / 1000m))),
            }.Where(f => f.Before!.Plain != f.After!.Plain),
        ];
    }
}

using System.Globalization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Trade.Ledger;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>Lines, objections and goods in the reader's language.</summary>
internal static class TradeTexts
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

    public static Status State(LineObjectionState state) =>
        State(EnumNames.Of<DisputeState>($"{state}")!.Value);

    public static Status State(MissingDeclarationState state) =>
        State(EnumNames.Of<DisputeState>($"{state}")!.Value);

    public static Status State(DisputeState state) =>
        new(
            $"trade.contest-state.{state}",
            state switch
            {
                DisputeState.Open => StatusKind.Now,
                DisputeState.Corrected or DisputeState.Struck or DisputeState.Found =>
                    StatusKind.Good,
                DisputeState.Refused => StatusKind.Bad,
                _ => StatusKind.Quiet,
            }
        );

    public static Said Kind(DisputeKind kind, PageTexts words) =>
        words[$"trade.dispute-kind.{kind}"];

    public static Said Flow(bool import, PageTexts words) =>
        words[$"trade.flow.{TradeAsk.FlowOf(import)}"];

    /// <summary>The key of what to say: about fields and files the same as of a line.</summary>
    public static string Refused(MissingRefusal refusal) =>
        refusal
            is MissingRefusal.BadDay
                or MissingRefusal.BadHsCode
                or MissingRefusal.BadCountry
                or MissingRefusal.BadValue
                or MissingRefusal.BadWeight
                or MissingRefusal.FileRefused
            ? $"trade.refused.{refusal}"
            : $"trade.missing.refused.{refusal}";

    public static Said Ground(LineObjectionGround ground, PageTexts words) =>
        words[$"trade.ground.{ground}"];

    public static IReadOnlyList<FieldChoice> Flows(PageTexts words) =>
        [new(TradeAsk.ExportFlow, Flow(false, words)), new(TradeAsk.ImportFlow, Flow(true, words))];

    public static IReadOnlyList<FieldChoice> Grounds(PageTexts words) =>
        [
            .. Enum.GetValues<LineObjectionGround>()
                .Select(g => new FieldChoice(g.ToString(), Ground(g, words))),
        ];

    /// <summary>The name of the chapter a good belongs to; empty where the tariff has none such.</summary>
    public static string ChapterOf(string hsCode, PageTexts words)
    {
        var chapter = hsCode[..Chapter];
        return ReferenceTable.HsChapters.Contains(chapter)
            ? ReferenceTable.HsChapters.Name(chapter, words.Language)
            : "";
    }

    /// <summary>The fields in which a line counts otherwise than the file says, by the keys of their names.</summary>
    public static IReadOnlyList<(string Key, ShownChange Shown)> Changes(
        LedgerLine before,
        LedgerLine after,
        PageTexts words
    )
    {
        (string Key, ShownChange Shown) Field(string key, Func<LedgerLine, Said> shown) =>
            (key, new ShownChange(words[key], shown(before), shown(after)));
        return
        [
            .. new[]
            {
                Field("trade.flow", l => Flow(l.Import, words)),
                Field("trade.exporter", l => PageTexts.Name(words.Digits(l.Exporter))),
                Field("trade.day", l => words.Day(l.Day)),
                Field("trade.good", l => PageTexts.Name(l.HsCode)),
                Field("trade.country", l => PageTexts.Name(PlaceNames.Country(l.Country, words))),
                Field("trade.value", l => PageTexts.Name(words.Number(l.ValueCents / 100m))),
                Field("trade.kg", l => PageTexts.Name(words.Number(l.WeightGrams / 1000m))),
            }.Where(f => f.Shown.Before!.Plain != f.Shown.After!.Plain),
        ];
    }

    /// <summary>A line as the record of changes keeps it.</summary>
    public static Said Recorded(string json, PageTexts words)
    {
        var line = LineJson.Parse(json);
        return words[
            "trade.recorded-line",
            ("flow", Flow(line.Import, words)),
            ("day", line.Day),
            ("good", PageTexts.Name(words.Typed(line.HsCode))),
            ("country", PageTexts.Name(PlaceNames.Country(line.Country, words))),
            ("value", line.ValueCents / 100m),
            ("weight", line.WeightGrams / 1000m)
        ];
    }

    /// <summary>Cents, as the record of changes keeps them.</summary>
    public static Said RecordedValue(string cents, PageTexts words) =>
        words["trade.recorded-value", ("value", Whole(cents) / 100m)];

    /// <summary>Grams, as the record of changes keeps them.</summary>
    public static Said RecordedWeight(string grams, PageTexts words) =>
        words["trade.recorded-weight", ("weight", Whole(grams) / 1000m)];

    private static decimal Whole(string recorded) =>
        decimal.Parse(recorded, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

using Karvan.Rules.Facts;

namespace Karvan.Trade.Mapping.Words;

/// <summary>Words for export and import: the known ones and those of a profile, which go first.</summary>
internal sealed class FlowWords
{
    private const string Export = "export";
    private const string Import = "import";

    private readonly Dictionary<string, TradeFlow> flows = new(StringComparer.Ordinal);

    public FlowWords(IReadOnlyList<WordMeaning> more)
    {
        foreach (var word in WordTable.Fields.Where(w => IsMeaning(w.Meaning)).Concat(more))
        {
            flows[ComparedWord.Of(word.Word)] =
                word.Meaning == Import ? TradeFlow.Import : TradeFlow.Export;
        }
    }

    public static bool IsMeaning(string meaning) => meaning is Export or Import;

    public TradeFlow? Of(string text) =>
        flows.TryGetValue(ComparedWord.Of(text), out var flow) ? flow : null;
}

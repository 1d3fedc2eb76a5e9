using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Loading;

/// <summary>The readings of a book, with the choice in force.</summary>
internal static class InterpretationsBinder
{
    public static List<Interpretation> Readings(Cursor readings, IReadOnlyCollection<string> known)
    {
        var bound = new List<Interpretation>();
        var said = readings.Items.Any(r => r.Maybe("acts-on") is not null);
        foreach (var reading in readings.Items)
        {
            var id = reading["id"].Text;
            if (bound.Exists(r => string.Equals(r.Id, id, StringComparison.Ordinal)))
            {
                reading["id"].Refuse("repeated-id", $"'{id}' a second time", "each reading once");
            }
            foreach (
                var affected in reading["affects"]
                    .Items.Where(a => !known.Contains(a.Text, StringComparer.Ordinal))
            )
            {
                affected.RefuseUnknown("criterion or gate", known);
            }
            var chosen = reading["chosen"].Text;
            var choices = new List<InterpretationChoice>
            {
                new(chosen, reading["answer"].LocalText, IsDefault: true),
            };
            foreach (var (name, other) in reading["others"].Named)
            {
                if (string.Equals(name.Text, chosen, StringComparison.Ordinal))
                {
                    name.Refuse(
                        "repeated-id",
                        $"'{chosen}' among the others too",
                        "each answer once"
                    );
                }
                choices.Add(
                    new InterpretationChoice(name.Text, other["answer"].LocalText, IsDefault: false)
                );
            }
            bound.Add(
                new Interpretation(
                    id,
                    reading["clause"].Text,
                    [.. reading["affects"].Items.Select(a => a.Text)],
                    ActsOn(reading, said),
                    reading["question"].LocalText,
                    reading.Maybe("swapped")?.Text ?? chosen,
                    reading.Maybe("swapped") is not null,
                    choices,
                    Decision(reading["decided"])
                )
            );
        }
        return bound;
    }

    /// <param name="said">Whether the book says it of any reading: then it must of all, since silence would mean something.</param>
    private static List<ReadingEffect> ActsOn(Cursor reading, bool said)
    {
        if (reading.Maybe("acts-on") is { } effects)
        {
            return
            [
                .. effects.Items.Select(e =>
                    e.Text is "acceptance" ? ReadingEffect.Acceptance : ReadingEffect.Scoring
                ),
            ];
        }
        if (said)
        {
            reading.Refuse(
                "said-of-others-only",
                "no 'acts-on', which other readings have",
                "'acts-on': scoring, acceptance, both or none"
            );
        }
        return [];
    }

    private static InterpretationDecision? Decision(Cursor decided)
    {
        if (decided.IsNull)
        {
            return null;
        }
        return decided["on"].Day is { } day
            ? new InterpretationDecision(decided["by"].Text, day, decided.Maybe("note")?.Text)
            : null;
    }
}

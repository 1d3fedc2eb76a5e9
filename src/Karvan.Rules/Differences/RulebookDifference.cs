using Karvan.Rules.Explanations;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Rules.Differences;

/// <summary>What differs in one part of two rulebooks, in sentences.</summary>
public sealed record DifferentPart(string Title, IReadOnlyList<string> Sentences);

/// <summary>What differs between a rulebook and the one before it, in words that an officer reads.</summary>
public sealed class RulebookDifference
{
    private readonly Rulebook before;
    private readonly Rulebook after;
    private readonly Wording words;

    private RulebookDifference(Rulebook before, Rulebook after, Wording words) =>
        (this.before, this.after, this.words) = (before, after, words);

    /// <returns>Empty where they say the same.</returns>
    public static IReadOnlyList<DifferentPart> Between(
        Rulebook before,
        Rulebook after,
        Language language
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var it = new RulebookDifference(before, after, Wording.In(language));
        DifferentPart[] parts =
        [
            it.Part("diff.names", it.Names()),
            it.Part("diff.years", it.Years()),
            it.Part("diff.points", it.Points()),
            it.Part("diff.bands", it.Bands()),
            it.Part("diff.weights", it.Weights()),
            it.Part("diff.lists", it.Lists()),
            it.Part("diff.readings", it.Readings()),
            it.Part("diff.rules", it.Rules()),
        ];
        return [.. parts.Where(p => p.Sentences.Count > 0)];
    }

    private DifferentPart Part(string title, IEnumerable<string?> sentences) =>
        new(words[title], [.. sentences.OfType<string>()]);

    private IEnumerable<string?> Names()
    {
        yield return Changed(words["diff.title-fa"], before.Title.Fa, after.Title.Fa);
        yield return Changed(words["diff.title-en"], before.Title.En, after.Title.En);
        yield return Changed(words["diff.year"], words.Year(before.Year), words.Year(after.Year));
        yield return Changed(words["diff.version"], Number(before.Version), Number(after.Version));
        yield return Changed(
            words["diff.valid-from"],
            words.Day(before.ValidFrom),
            words.Day(after.ValidFrom)
        );
        yield return Changed(words["diff.valid-to"], Day(before.ValidTo), Day(after.ValidTo));
        yield return Changed(
            words["diff.document"],
            words.Latin(before.Document.Sha256),
            words.Latin(after.Document.Sha256)
        );
    }

    private IEnumerable<string?> Years()
    {
        yield return Changed(
            words["diff.last"],
            words.Year(before.Years.Last),
            words.Year(after.Years.Last)
        );
        yield return Changed(
            words["diff.window"],
            YearList(before.Years.Window),
            YearList(after.Years.Window)
        );
        yield return Changed(
            words["diff.all"],
            YearList(before.Years.All),
            YearList(after.Years.All)
        );
    }

    private IEnumerable<string?> Points()
    {
        yield return Changed(
            words["diff.total"],
            Number(before.Total.Value),
            Number(after.Total.Value)
        );
        foreach (var (old, now) in Pairs(before.Groups, after.Groups, g => g.Id))
        {
            yield return Changed(
                words["diff.max", Named(now.Id, now.Title)],
                Number(old.Max.Value),
                Number(now.Max.Value)
            );
        }
        foreach (var (old, now) in Criteria())
        {
            yield return Changed(
                words["diff.max", Named(now)],
                Number(old.Max.Value),
                Number(now.Max.Value)
            );
            if ((old.Rule, now.Rule) is (CountRule few, CountRule many))
            {
                yield return Changed(
                    words["diff.each", Named(now)],
                    Number(few.Each.Value),
                    Number(many.Each.Value)
                );
            }
        }
    }

    private IEnumerable<string?> Bands()
    {
        foreach (var (old, now) in Criteria())
        {
            if ((old.Rule, now.Rule) is not (BandsRule was, BandsRule rule))
            {
                continue;
            }
            var (gave, gives) = (
                was.Bands.ToDictionary(b => b.From, b => b.Points.Value),
                rule.Bands.ToDictionary(b => b.From, b => b.Points.Value)
            );
            foreach (var from in gave.Keys.Union(gives.Keys).Order())
            {
                yield return (
                    gave.TryGetValue(from, out var a),
                    gives.TryGetValue(from, out var b)
                ) switch
                {
                    (true, true) => Changed(
                        words["diff.band", Named(now), Number(from)],
                        Number(a),
                        Number(b)
                    ),
                    (false, _) => words["diff.band-new", Named(now), Number(from), Number(b)],
                    _ => words["diff.band-gone", Named(now), Number(from), Number(a)],
                };
            }
            yield return Changed(
                words["diff.below", Named(now)],
                Number(was.Below.Value),
                Number(rule.Below.Value)
            );
        }
    }

    private IEnumerable<string?> Weights()
    {
        foreach (var (id, now) in after.Weights)
        {
            if (!before.Weights.TryGetValue(id, out var old))
            {
                yield return words["diff.weights-new", words.Latin(id)];
                continue;
            }
            for (var back = 0; back < Math.Max(old.ByYear.Count, now.ByYear.Count); back++)
            {
                yield return Changed(
                    words["diff.weight", words.Latin(id), Number(back)],
                    Share(old, back),
                    Share(now, back)
                );
            }
        }
        foreach (var gone in before.Weights.Keys.Where(id => !after.Weights.ContainsKey(id)))
        {
            yield return words["diff.weights-gone", words.Latin(gone)];
        }
    }

    private IEnumerable<string?> Lists()
    {
        foreach (var (id, now) in after.Lists)
        {
            IReadOnlyList<string> old = before.Lists.TryGetValue(id, out var known)
                ? known.Countries
                : [];
            var (added, gone) = (
                now.Countries.Except(old, StringComparer.Ordinal).ToList(),
                old.Except(now.Countries, StringComparer.Ordinal).ToList()
            );
            yield return added.Count > 0
                ? words["diff.countries-new", words[now.Title], Countries(added)]
                : null;
            yield return gone.Count > 0
                ? words["diff.countries-gone", words[now.Title], Countries(gone)]
                : null;
            yield return Changed(
                words["diff.count", words[now.Title]],
                Number(old.Count),
                Number(now.Countries.Count)
            );
        }
    }

    private IEnumerable<string?> Readings()
    {
        foreach (var (old, now) in Pairs(before.Readings, after.Readings, r => r.Id))
        {
            yield return Changed(words[now.Question], Answer(old), Answer(now));
        }
        foreach (var now in Only(after.Readings, before.Readings, r => r.Id))
        {
            yield return words["diff.reading-new", words[now.Question], Answer(now)];
        }
        foreach (var old in Only(before.Readings, after.Readings, r => r.Id))
        {
            yield return words["diff.reading-gone", words[old.Question]];
        }
    }

    /// <summary>What no sentence above says: rules that came, went, or are put otherwise.</summary>
    private IEnumerable<string?> Rules()
    {
        foreach (var now in Only(after.Criteria, before.Criteria, c => c.Id))
        {
            yield return words["diff.rule-new", Named(now), Number(now.Max.Value)];
        }
        foreach (var old in Only(before.Criteria, after.Criteria, c => c.Id))
        {
            yield return words["diff.rule-gone", Named(old)];
        }
        foreach (var (old, now) in Criteria())
        {
            yield return Same(old.Key, now.Key) ? null : words["diff.rule-other", Named(now)];
            yield return Same(old.Acceptance?.Key ?? "", now.Acceptance?.Key ?? "")
                ? null
                : words["diff.evidence", Named(now)];
        }
        foreach (var now in Only(after.Gates, before.Gates, g => g.Id))
        {
            yield return words["diff.gate-new", Named(now.Id, now.Title)];
        }
        foreach (var old in Only(before.Gates, after.Gates, g => g.Id))
        {
            yield return words["diff.gate-gone", Named(old.Id, old.Title)];
        }
    }

    private IEnumerable<(Criterion Old, Criterion Now)> Criteria() =>
        Pairs(before.Criteria, after.Criteria, c => c.Id);

    private string? Changed(string what, string old, string now) =>
        Same(old, now) ? null : words["diff.changed", what, old, now];

    private string Answer(Interpretation reading) =>
        words[reading.Choices.First(c => Same(c.Id, reading.Choice)).Answer];

    private string Countries(IEnumerable<string> codes) =>
        words.List(codes.Select(c => ReferenceTable.Countries.Name(c, words.Language)));

    private string YearList(IEnumerable<int> years) => words.List(years.Select(words.Year));

    private string Named(Criterion criterion) => Named(criterion.Id, criterion.Title);

    private string Named(string id, LocalText title) => $"{words.Latin(id)} {words[title]}";

    private string Number(decimal number) => words.Number(number);

    private string Day(DateOnly? day) => day is { } known ? words.Day(known) : words["diff.open"];

    /// <param name="back">Years before the last.</param>
    private string Share(YearWeights weights, int back) =>
        back >= weights.ByYear.Count
            ? Number(0)
            : $"{Number(weights.ByYear[^(back + 1)])}/{Number(weights.Sum)}";

    private static IEnumerable<(T Old, T Now)> Pairs<T>(
        IEnumerable<T> before,
        IEnumerable<T> after,
        Func<T, string> id
    ) => before.Join(after, id, id, (a, b) => (a, b), StringComparer.Ordinal);

    private static IEnumerable<T> Only<T>(
        IEnumerable<T> here,
        IEnumerable<T> there,
        Func<T, string> id
    ) => here.ExceptBy(there.Select(id), id, StringComparer.Ordinal);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}

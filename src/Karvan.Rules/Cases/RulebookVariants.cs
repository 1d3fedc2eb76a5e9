using System.Collections.Concurrent;
using Karvan.Rules.Loading;

namespace Karvan.Rules.Cases;

/// <summary>One rulebook under any choice of readings, each loaded once, whichever threads ask for it.</summary>
/// <param name="load">Loads the book with readings swapped, by id; with none, as it stands.</param>
public sealed class RulebookVariants(Func<IReadOnlyDictionary<string, string>, RulebookLoad> load)
{
    private readonly ConcurrentDictionary<string, Lazy<RulebookLoad>> loaded = new(
        StringComparer.Ordinal
    );

    /// <summary>The book with its own answers.</summary>
    public RulebookLoad AsItStands => With(new Dictionary<string, string>(StringComparer.Ordinal));

    public RulebookLoad With(IReadOnlyDictionary<string, string> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var key = string.Join(
            '\n',
            choices.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key + "=" + c.Value)
        );
        return loaded.GetOrAdd(key, _ => new Lazy<RulebookLoad>(() => load(choices))).Value;
    }
}

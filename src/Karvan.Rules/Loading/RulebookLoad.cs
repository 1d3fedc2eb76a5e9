using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Loading;

/// <summary>A rulebook that loads, or every reason why it does not; never both.</summary>
public sealed record RulebookLoad
{
    private RulebookLoad(Rulebook? rulebook, IReadOnlyList<RulebookProblem> problems) =>
        (Rulebook, Problems) = (rulebook, problems);

    public Rulebook? Rulebook { get; }

    public IReadOnlyList<RulebookProblem> Problems { get; }

    internal static RulebookLoad Loaded(Rulebook rulebook) => new(rulebook, []);

    internal static RulebookLoad Refused(IReadOnlyList<RulebookProblem> problems) =>
        new(null, problems);
}

using Karvan.Evidence.Items;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Dossiers;

/// <summary>What no item can say, complete or not: names that no list has, numbers and days that cannot be.</summary>
internal static class SaidFaults
{
    /// <summary>The exporters' own country is no destination.</summary>
    private const string Home = "IR";

    public static DossierRefusal[] Of(
        Rulebook book,
        Criterion criterion,
        EvidenceSaid said,
        DateOnly today
    )
    {
        var ask = new EvidenceAsk(criterion, said.Kind);
        return Refusals.Of(
            (said.Kind is not null && ask.Kind is null, DossierRefusal.KindUnknown),
            (
                said.Country is { } country
                    && (country == Home || !ReferenceTable.Countries.Contains(country)),
                DossierRefusal.CountryUnknown
            ),
            (
                said.Language is { } language && !ReferenceTable.Languages.Contains(language),
                DossierRefusal.LanguageUnknown
            ),
            (
                new[] { said.Endorser, said.Under }.Any(b =>
                    b is not null && !book.Bodies.ContainsKey(b)
                ),
                DossierRefusal.BodyUnknown
            ),
            (
                said.Level is { } level && ask.Levels.All(l => l.Id != level),
                DossierRefusal.LevelUnknown
            ),
            (
                said.Hundredths is { } number && (number < 0 || number > (ask.Largest ?? 0)),
                DossierRefusal.NumberOutOfRange
            ),
            (said.ValidUntil < said.ValidFrom, DossierRefusal.EndsBeforeItBegins),
            (said.DaySeen > today || said.EndorsedOn > today, DossierRefusal.DayToCome)
        );
    }
}

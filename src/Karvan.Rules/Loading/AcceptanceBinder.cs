using System.Text;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>What evidence criteria accept, held against what is counted of it.</summary>
internal sealed class AcceptanceBinder(BookNames names)
{
    private readonly DemandsBinder demands = new(names);

    /// <param name="said">Whether any criterion of the book says what it accepts: then all that take evidence must.</param>
    public Acceptance? Bind(Cursor criterion, Measure measure, bool said)
    {
        var cursor = criterion.Maybe("acceptance");
        if (cursor is not { } acceptance)
        {
            if (said && measure is AcceptedEvidence)
            {
                criterion.Refuse(
                    "said-of-others-only",
                    "no 'acceptance', which other criteria have",
                    "'acceptance': what evidence this criterion takes"
                );
            }
            return null;
        }
        if (measure is not AcceptedEvidence evidence)
        {
            acceptance.Refuse(
                "no-evidence-taken",
                $"what is accepted, beside the measure '{measure.Name}'",
                "nothing: only criteria over evidence accept it"
            );
            return null;
        }
        var common = demands.Bind(acceptance);
        var kinds = Kinds(acceptance.Maybe("kinds"));
        var item = DemandsBinder.Fields(acceptance.Maybe("item"));
        CheckItem(acceptance, evidence, item, common, kinds);
        CheckKinds(acceptance, evidence, item, kinds);
        CheckCountry(acceptance, evidence, common, kinds);
        return new Acceptance(
            common,
            kinds,
            item,
            Encoding.UTF8.GetString(CanonicalJson.Write(acceptance.Node))
        );
    }

    private List<EvidenceKind> Kinds(Cursor? kinds) =>
        [
            .. (kinds?.Named ?? []).Select(k => new EvidenceKind(
                k.Name.Text,
                k.Value["title"].LocalText,
                demands.Bind(k.Value)
            )),
        ];

    /// <summary>What is counted by item needs one, made of what every item says.</summary>
    private static void CheckItem(
        Cursor acceptance,
        AcceptedEvidence measure,
        IReadOnlyList<EvidenceField> item,
        EvidenceDemands common,
        IReadOnlyList<EvidenceKind> kinds
    )
    {
        if (measure.NeedsItem && item.Count == 0)
        {
            acceptance.Refuse(
                "item-not-said",
                "no 'item', though different items are counted",
                "'item': what makes two of them different"
            );
        }
        foreach (var part in acceptance.Maybe("item")?.Items ?? [])
        {
            var field = DemandsBinder.Field(part.Text);
            if (field is EvidenceField.Kind ? kinds.Count == 0 : !Asked(field, common, kinds))
            {
                part.Refuse(
                    "field-not-asked",
                    $"'{part.Text}', which an item need not say",
                    field is EvidenceField.Kind
                        ? "'kinds' beside it: which there are"
                        : "one of its 'fields'"
                );
            }
        }
    }

    /// <summary>A closed list of items is a list of kinds: each must be told how it is accepted, and no other.</summary>
    private static void CheckKinds(
        Cursor acceptance,
        AcceptedEvidence measure,
        IReadOnlyList<EvidenceField> item,
        IReadOnlyList<EvidenceKind> kinds
    )
    {
        if (
            measure.Items.Count > 0
            && !(
                item is [EvidenceField.Kind]
                && kinds
                    .Select(k => k.Id.ToLowerInvariant())
                    .Order(StringComparer.Ordinal)
                    .SequenceEqual(
                        measure.Items.Order(StringComparer.Ordinal),
                        StringComparer.Ordinal
                    )
            )
        )
        {
            acceptance.Refuse(
                "kinds-do-not-fit",
                $"items {string.Join(", ", item)} of the kinds {string.Join(", ", kinds.Select(k => k.Id))}".ToLowerInvariant(),
                $"items by kind, of the kinds that are counted: {string.Join(", ", measure.Items)}"
            );
        }
    }

    private static void CheckCountry(
        Cursor acceptance,
        AcceptedEvidence measure,
        EvidenceDemands common,
        IReadOnlyList<EvidenceKind> kinds
    )
    {
        if (measure.NeedsCountry && !Asked(EvidenceField.Country, common, kinds))
        {
            acceptance.Refuse(
                "country-not-asked",
                "no country among the fields, though countries are counted",
                "'fields' with 'country'"
            );
        }
    }

    /// <summary>Of all items: by what they have in common, or by each of the kinds.</summary>
    private static bool Asked(
        EvidenceField field,
        EvidenceDemands common,
        IReadOnlyList<EvidenceKind> kinds
    ) =>
        common.Fields.Contains(field)
        || (kinds.Count > 0 && kinds.All(k => k.Demands.Fields.Contains(field)));
}

using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;

namespace Karvan.Evidence.Items;

/// <summary>What an item is called where it is handed on (column <c>item</c> of <c>evidence.csv</c>): equal names are one thing.</summary>
public static class ItemName
{
    /// <returns>Empty where every item is one of its own.</returns>
    public static string Of(Acceptance acceptance, EvidenceItem item) =>
        string.Join(
            ' ',
            acceptance.Item.Select(field => Part(field, item)).Where(part => part.Length > 0)
        );

    private static string Part(EvidenceField field, EvidenceItem item) =>
        field switch
        {
            EvidenceField.Kind => item.Kind,
            EvidenceField.Country => item.Country,
            EvidenceField.Name => item.Name,
            EvidenceField.Date => item.Date is { } day ? SolarDate.Text(day) : null,
            EvidenceField.Language => item.Language,
            EvidenceField.Person => item.Person,
            EvidenceField.Post => item.Post,
            EvidenceField.WebAddress => item.WebAddress,
            EvidenceField.DaySeen => item.DaySeen is { } seen ? SolarDate.Text(seen) : null,
            _ => throw new InvalidOperationException($"No item is called by its {field}."),
        } ?? "";
}

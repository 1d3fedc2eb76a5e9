using Karvan.Registry.Firms;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Firms to choose one from, found by words or number among those the asker may see.</summary>
public sealed record FirmPick(string? Words, IReadOnlyList<FieldChoice> Found, int Total)
{
    private const int Most = 20;

    public bool Asked => !string.IsNullOrWhiteSpace(Words);

    public bool More => Total > Found.Count;

    public static async Task<FirmPick> Of(
        EnterpriseSearch search,
        string? words,
        PageTexts texts,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return new FirmPick(words, [], 0);
        }
        var (rows, total) = await search
            .Rows(new EnterpriseQuery(words))
            .Page(take: Most, cancellation: cancellation);
        return new FirmPick(words, [.. rows.Select(r => Row(r, texts))], total);
    }

    /// <summary>One firm by its id, where the page before named it.</summary>
    public static FieldChoice Row(EnterpriseRow row, PageTexts texts) =>
        new(
            row.Id.ToString(),
            texts[
                "firm-pick.firm",
                ("name", row.NameFa),
                ("number", row.Number),
                ("province", PlaceNames.Province(row.Province, texts))
            ]
        );
}

using System.Text.RegularExpressions;
using Karvan.Bench.Harness;
using Karvan.Bench.Scoring;

namespace Karvan.Bench.Pages;

/// <summary>A request of one kind, ready to be sent; what comes before it, such as fetching a form, is not timed.</summary>
internal sealed record Ask(string Kind, Func<Task> Send);

/// <summary>What people ask for, and how often: lists, searches, single firms, start pages, and saved changes.</summary>
internal sealed partial class Mix : IDisposable
{
    private static readonly string[] Words =
    [
        "پسته",
        "صنايع",
        "شرکت بازرگانی",
        "فولاد",
        "گروه",
        "۱۰",
        "تولیدی كوير",
        "nothing of this name",
    ];

    private readonly Visitor expert;
    private readonly Visitor organization;
    private readonly List<string> ownFirms;
    private readonly List<string> allFirms;
    private Dice dice = new(11);
    private int saved;

    private Mix(
        Visitor expert,
        Visitor organization,
        List<string> ownFirms,
        List<string> allFirms
    ) =>
        (this.expert, this.organization, this.ownFirms, this.allFirms) = (
            expert,
            organization,
            ownFirms,
            allFirms
        );

    public static async Task<Mix> Begin(Uri site)
    {
        var own = await Visitor.SignIn(site, "expert");
        var all = await Visitor.SignIn(site, "organization");
        return new Mix(own, all, await Firms(own), await Firms(all));
    }

    /// <summary>The next request; a form is fetched when it is drawn, so that its save goes over the newest version.</summary>
    public Ask Next() =>
        dice.Below(100) switch
        {
            < 30 => List(),
            < 55 => Search(),
            < 80 => Detail(),
            < 90 => new Ask("start page", () => expert.Get("/")),
            _ => Save(),
        };

    public void Dispose()
    {
        expert.Dispose();
        organization.Dispose();
    }

    private Ask List()
    {
        var page = 1 + dice.Below(20);
        var sort = dice.PerMille(500) ? "name" : "-age";
        return new Ask("list", () => organization.Get($"/enterprises?sort={sort}&page={page}"));
    }

    private Ask Search()
    {
        var words = Uri.EscapeDataString(Words[dice.Below(Words.Length)]);
        return new Ask("search", () => organization.Get($"/enterprises?f-name={words}"));
    }

    private Ask Detail()
    {
        var firm = allFirms[dice.Below(allFirms.Count)];
        return new Ask("detail", () => organization.Get(firm));
    }

    /// <summary>Two requests: the form, and the form sent back. Both are timed as one.</summary>
    private Ask Save()
    {
        // Each in its turn, so that hardly two people are at one firm.
        var firm = ownFirms[saved % ownFirms.Count] + "/edit";
        var employees = $"{10 + saved++ % 200}";
        return new Ask(
            "form and save",
            () =>
                expert.Send(
                    firm,
                    form =>
                    {
                        form.RemoveAll(f => f.Key is "Profile.Employees");
                        form.Add(new("Profile.Employees", employees));
                    }
                )
        );
    }

    private static async Task<List<string>> Firms(Visitor visitor)
    {
        var firms = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; page <= 8; page++)
        {
            var html = await visitor.Get($"/enterprises?page={page}");
            firms.UnionWith(Firm().Matches(html).Select(m => m.Value));
        }
        return firms.Count > 0 ? [.. firms] : throw new BenchException("No firm is listed.");
    }

    [GeneratedRegex("/enterprises/[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Firm();
}

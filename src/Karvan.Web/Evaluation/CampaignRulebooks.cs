using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Rulebooks;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Rules;

namespace Karvan.Web.Evaluation;

/// <summary>Campaigns go by the rulebooks beside the program and by those published in it.</summary>
internal sealed class CampaignRulebooks(RulebookLibrary library) : IRulebooks
{
    public IReadOnlyList<Rulebook> All => library.All();

    public Rulebook? Find(RulebookPin pin) =>
        library.Find(pin.Hash) is { } book && IRulebooks.Pin(book) == pin ? book : null;
}

/// <summary>The rulebooks beside the program, as others are copied from them.</summary>
internal sealed class ShippedRulebooks(RulebookCatalog catalog) : IShippedRulebooks
{
    public IReadOnlyList<Rulebook> Books { get; } = [.. catalog.Books.Select(b => b.Book)];

    public RulebookPackage? Package(string hash)
    {
        var found = catalog.Books.FirstOrDefault(b =>
            string.Equals(b.Book.Hash, hash, StringComparison.Ordinal)
        );
        if (found is null)
        {
            return null;
        }
        var folder = Path.GetDirectoryName(found.File)!;
        var beside = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        byte[]? Taken(string name)
        {
            var path = Path.Combine(folder, name);
            return File.Exists(path) ? beside[name] = File.ReadAllBytes(path) : null;
        }
        var text = File.ReadAllText(found.File);
        // What the loader asks for is what the text stands on.
        RulebookLoader.Load(text, found.File, Taken);
        var cases = Path.Combine(folder, "cases", $"{found.Book.Year}");
        foreach (var file in Directory.Exists(cases) ? Directory.GetFiles(cases, "*.yaml") : [])
        {
            beside[$"cases/{Path.GetFileName(file)}"] = File.ReadAllBytes(file);
        }
        return new RulebookPackage(text, beside);
    }
}

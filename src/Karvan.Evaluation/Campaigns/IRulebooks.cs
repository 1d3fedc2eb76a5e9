using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Campaigns;

/// <summary>The rulebooks that a campaign may go by.</summary>
public interface IRulebooks
{
    /// <summary>By family, the newest year first.</summary>
    IReadOnlyList<Rulebook> All { get; }

    /// <returns>Null where none has this family, year, version and content.</returns>
    Rulebook? Find(RulebookPin pin) => All.FirstOrDefault(b => Pin(b) == pin);

    static RulebookPin Pin(Rulebook book) => new(book.Id, book.Year, book.Version, book.Hash);
}

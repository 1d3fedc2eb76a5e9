using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Customs.Records;

/// <summary>A mapping that was saved, to be used for the next file of the same kind.</summary>
public sealed class CustomsProfile
{
    private CustomsProfile() { }

    public Guid Id { get; private set; }

    [Field(
        "customs.map.save-as",
        Hint = "customs.map.save-as-hint",
        Longest = Lengths.Name,
        Aside = true
    )]
    public string Name { get; private set; } = "";

    /// <summary>Whose experts use it; null for everybody.</summary>
    public string? Province { get; private set; }

    /// <summary>A <see cref="Karvan.Trade.Mapping.Profiles.MappingProfile"/> as canonical JSON.</summary>
    public string Content { get; private set; } = "";

    public int Version { get; private set; }
    public DateTime SavedAt { get; private set; }
    public string SavedBy { get; private set; } = "";
    public DateTime? WithdrawnAt { get; private set; }

    public Subject Subject => new(nameof(CustomsProfile), Id, Body.Shared, Province);

    internal static CustomsProfile Save(
        string name,
        string? province,
        string content,
        string by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Province = province,
            Content = content,
            SavedBy = by,
            SavedAt = at,
        };

    internal void Replace(string content, string by, DateTime at)
    {
        (Content, SavedBy, SavedAt) = (content, by, at);
        Version++;
    }

    internal void Withdraw(DateTime at) => WithdrawnAt = at;
}

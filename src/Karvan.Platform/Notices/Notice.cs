using Karvan.Platform.Events;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Texts;

namespace Karvan.Platform.Notices;

/// <summary>
/// What somebody was told, as it stands inside the application: in both languages, so that it reads as the page around it
/// does. The event that it tells of is in the record of changes; this is no second one.
/// </summary>
[NotRecorded]
public sealed class Notice : IOwned
{
    private Notice() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary><see cref="NoticeKind.Name"/>.</summary>
    public string Kind { get; private set; } = "";

    public string TitleFa { get; private set; } = "";
    public string TextFa { get; private set; } = "";
    public string TitleEn { get; private set; } = "";
    public string TextEn { get; private set; } = "";

    /// <summary>The page that it leads to, from the root of the site.</summary>
    public string? Path { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>When its reader saw it; null until then.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>It waits for the letter of the day.</summary>
    public bool ForDigest { get; private set; }

    public Subject Subject => new(nameof(Notice), Id, Body.Shared, PersonId: PersonId);

    public string Title(Language language) => language is Language.Persian ? TitleFa : TitleEn;

    public string Text(Language language) => language is Language.Persian ? TextFa : TextEn;

    internal void Digested() => ForDigest = false;

    internal static Notice Write(
        Person reader,
        NoticeKind kind,
        Letter persian,
        Letter english,
        bool forDigest,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = reader.Id,
            Kind = kind.Name,
            TitleFa = persian.Title,
            TextFa = persian.Body,
            TitleEn = english.Title,
            TextEn = english.Body,
            Path = persian.Path,
            WrittenAt = at,
            ForDigest = forDigest,
        };
}

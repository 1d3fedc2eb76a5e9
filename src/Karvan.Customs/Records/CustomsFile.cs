using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Customs.Records;

public enum CustomsFileState
{
    /// <summary>It is on its way, or the line broke; it goes on from where it stopped.</summary>
    Coming,

    Whole,

    /// <summary>Given up before it was whole; its parts are gone.</summary>
    Dropped,
}

/// <summary>
/// A file from customs as it was sent, kept for good. It comes in parts, each of which is safe once it was taken: a broken
/// line loses at most one.
/// </summary>
public sealed class CustomsFile : IOwned
{
    private CustomsFile() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Bytes, as the sender said before sending.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes that are here.</summary>
    [NotRecorded]
    public long Received { get; private set; }

    /// <summary>SHA-256 in small hexadecimal digits; known once it was read through.</summary>
    public string? Hash { get; private set; }

    public CustomsFileState State { get; private set; }

    /// <summary>The province whose firms it is about; null for the whole country.</summary>
    public string? Province { get; private set; }

    public Guid? SentById { get; private set; }
    public string SentBy { get; private set; } = "";
    public DateTime BegunAt { get; private set; }

    [NotRecorded]
    public DateTime LastAt { get; private set; }

    public Subject Subject => SubjectIn(Province, Id, SentById);

    public static Subject SubjectIn(string? province, Guid? id = null, Guid? by = null) =>
        new(nameof(CustomsFile), id, Body.Shared, province, null, by);

    internal static CustomsFile Begin(
        string name,
        long length,
        string? province,
        Author by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Length = length,
            Province = province,
            SentById = by.PersonId,
            SentBy = by.Name,
            BegunAt = at,
            LastAt = at,
        };

    internal void Complete(DateTime at) => (State, LastAt) = (CustomsFileState.Whole, at);

    internal void Drop() => State = CustomsFileState.Dropped;

    internal void Know(string hash) => Hash = hash;
}

/// <summary>A piece of a customs file, in order from 0.</summary>
[NotRecorded]
public sealed class CustomsFilePart
{
    /// <summary>Bytes of the file that a part holds at most.</summary>
    public const int Size = 1 << 20;

    private CustomsFilePart() { }

    public Guid FileId { get; private set; }
    public int Number { get; private set; }

    /// <summary>Bytes of the file.</summary>
    public int Length { get; private set; }

    /// <summary>Whether <see cref="Bytes"/> are deflated: customs files shrink to a fifth.</summary>
    public bool IsPacked { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}

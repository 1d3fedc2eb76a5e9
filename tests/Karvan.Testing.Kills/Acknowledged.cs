using System.Collections.Concurrent;

namespace Karvan.Testing.Kills;

/// <summary>What the application has said is done, and what was asked of it without an answer.</summary>
internal sealed class Acknowledged
{
    /// <summary>Of each firm's form.</summary>
    public ConcurrentDictionary<Guid, SavedForm> Saves { get; } = new();

    public ConcurrentDictionary<Guid, SentUpload> Uploads { get; } = new();

    public int SavesDone => Saves.Values.Sum(s => s.Done);
}

/// <summary>The number last written into a firm's form.</summary>
internal sealed class SavedForm
{
    /// <summary>Sent, whether or not an answer came.</summary>
    public int Asked { get; set; }

    /// <summary>Answered with yes.</summary>
    public int Kept { get; set; }

    public int Done { get; set; }
}

/// <summary>A file on its way from its first byte to being in force.</summary>
internal sealed class SentUpload(SentFile file)
{
    public SentFile File { get; } = file;

    /// <summary>Bytes the application has said it has.</summary>
    public long Received { get; set; }
    public Guid? Import { get; set; }
    public bool Mapped { get; set; }
    public bool CommitAsked { get; set; }
    public bool Committed { get; set; }

    /// <summary>How often its job was given up and it was read anew.</summary>
    public int Again { get; set; }
}

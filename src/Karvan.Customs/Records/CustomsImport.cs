using Karvan.Customs.Uploads;
using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Customs.Records;

public enum ImportState
{
    /// <summary>The file is here; which column is what is being decided.</summary>
    Mapping,

    /// <summary>A job reads it.</summary>
    Reading,

    /// <summary>Read, with its report; nothing of it is seen yet.</summary>
    Ready,

    /// <summary>The file cannot be used as it was mapped; <see cref="CustomsImport.Fault"/> says why.</summary>
    Unusable,

    /// <summary>In force.</summary>
    Committed,

    /// <summary>Another import took its place.</summary>
    Superseded,

    Withdrawn,
    Discarded,
}

/// <summary>
/// One customs file read under one mapping. It never changes once it is read: it is committed or discarded, and later
/// superseded or withdrawn whole; single lines are corrected by adjustments.
/// </summary>
public sealed class CustomsImport : IOwned
{
    private CustomsImport() { }

    public Guid Id { get; private set; }

    /// <summary>What people call it by; from 1, in order of time.</summary>
    public int Number { get; private set; }

    public Guid FileId { get; private set; }
    public string FileName { get; private set; } = "";

    /// <summary>Null for the whole country.</summary>
    public string? Province { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>The mapping as it was when the file was read: canonical JSON.</summary>
    public string? Mapping { get; private set; }

    public string? ProfileName { get; private set; }

    public DateTime BegunAt { get; private set; }
    public string BegunBy { get; private set; } = "";
    public DateTime? ReadAt { get; private set; }

    /// <summary>Place in the order of commits, from 1; a snapshot holds imports in this order.</summary>
    public int? Sequence { get; private set; }

    public DateTime? CommittedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was withdrawn or discarded, in words.</summary>
    [Field("customs.reason", Longest = Lengths.Text, Rows = 3, Aside = true)]
    public string? EndReason { get; private set; }

    /// <summary>The import that took its place.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>Lines of the file: read = accepted + rejected + duplicates.</summary>
    public long LinesRead { get; private set; }
    public long Accepted { get; private set; }
    public long Rejected { get; private set; }
    public long Duplicates { get; private set; }

    /// <summary>An <see cref="ImportReport"/> as JSON.</summary>
    [NotRecorded]
    public string? Report { get; private set; }

    /// <summary>What was found, where, and what to do.</summary>
    public string? Fault { get; private set; }

    /// <summary>Rises with every change; a form that was filled in over an older one is refused.</summary>
    public int Version { get; private set; }

    public bool InForce => State is ImportState.Committed;

    public Subject Subject => SubjectIn(Province, Id);

    public static Subject SubjectIn(string? province, Guid? id = null) =>
        new(nameof(CustomsImport), id, Body.Shared, province);

    internal static CustomsImport Begin(CustomsFile file, int number, string by, DateTime at) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            FileId = file.Id,
            FileName = file.Name,
            Province = file.Province,
            BegunBy = by,
            BegunAt = at,
        };

    internal ImportRefusal? Map(string mapping, string? profile)
    {
        if (State is not (ImportState.Mapping or ImportState.Ready or ImportState.Unusable))
        {
            return ImportRefusal.NotOpen;
        }
        (Mapping, ProfileName, State) = (mapping, profile, ImportState.Mapping);
        Forget();
        return null;
    }

    internal ImportRefusal? Read()
    {
        if (State is not ImportState.Mapping || Mapping is null)
        {
            return ImportRefusal.NotMapped;
        }
        State = ImportState.Reading;
        Forget();
        return null;
    }

    /// <summary>
    /// A job begins to read it, or to read it again after it gave up; false when somebody has decided otherwise meanwhile.
    /// </summary>
    internal bool TakeUp()
    {
        if (State is ImportState.Unusable)
        {
            State = ImportState.Reading;
            Forget();
        }
        return State is ImportState.Reading;
    }

    /// <exception cref="InvalidOperationException">It is not being read.</exception>
    internal void Finish(ImportReport report, DateTime at)
    {
        if (State is not ImportState.Reading)
        {
            throw new InvalidOperationException(
                $"Import {Number} is {State}, and a report came; expected one that is being read."
            );
        }
        (State, ReadAt) = (ImportState.Ready, at);
        (LinesRead, Accepted, Rejected, Duplicates) = (
            report.Read,
            report.Accepted,
            report.RejectedLines,
            report.Duplicates
        );
        Report = report.ToJson();
        Version++;
    }

    /// <summary>The reading ended without a result.</summary>
    /// <param name="fault">Null where it was cancelled: then the mapping is open again.</param>
    internal void Fail(string? fault)
    {
        (State, Fault) = (fault is null ? ImportState.Mapping : ImportState.Unusable, fault);
        Version++;
    }

    internal ImportRefusal? Commit(int sequence, DateTime at)
    {
        if (State is not ImportState.Ready)
        {
            return ImportRefusal.NotReady;
        }
        (State, Sequence, CommittedAt) = (ImportState.Committed, sequence, at);
        Version++;
        return null;
    }

    internal ImportRefusal? GiveWay(CustomsImport to, DateTime at)
    {
        if (!InForce || Province != to.Province)
        {
            return ImportRefusal.NotInForce;
        }
        (State, SupersededById, EndedAt) = (ImportState.Superseded, to.Id, at);
        Version++;
        return null;
    }

    internal ImportRefusal? Withdraw(string reason, DateTime at)
    {
        if (!InForce)
        {
            return ImportRefusal.NotInForce;
        }
        (State, EndReason, EndedAt) = (ImportState.Withdrawn, reason, at);
        Version++;
        return null;
    }

    internal ImportRefusal? Discard(DateTime at)
    {
        if (State is not (ImportState.Mapping or ImportState.Ready or ImportState.Unusable))
        {
            return ImportRefusal.NotOpen;
        }
        (State, EndedAt) = (ImportState.Discarded, at);
        Version++;
        return null;
    }

    private void Forget()
    {
        (Report, Fault, ReadAt) = (null, null, null);
        (LinesRead, Accepted, Rejected, Duplicates) = (0, 0, 0, 0);
        Version++;
    }
}

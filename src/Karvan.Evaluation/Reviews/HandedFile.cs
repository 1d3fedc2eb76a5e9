using Karvan.Platform.Events;

namespace Karvan.Evaluation.Reviews;

/// <summary>A file of an item as it was handed to a reviewer.</summary>
[NotRecorded]
public sealed class HandedFile
{
    private HandedFile() { }

    internal HandedFile(Guid assignment, Guid original, Guid attachment) =>
        (AssignmentId, OriginalId, AttachmentId) = (assignment, original, attachment);

    public Guid AssignmentId { get; private set; }

    /// <summary>The attachment of the item.</summary>
    public Guid OriginalId { get; private set; }

    /// <summary>That of the review, which the reviewer reads.</summary>
    public Guid AttachmentId { get; private set; }
}

using Karvan.Platform.Events;

namespace Karvan.Platform.Persistence;

/// <summary>Takes down which fields of which records are about to be saved: an open change does.</summary>
public interface IFieldRecorder
{
    void Note(IEnumerable<FieldChange> changed);
}

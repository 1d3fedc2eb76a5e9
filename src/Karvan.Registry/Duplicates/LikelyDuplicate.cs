using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Registry.Duplicates;

/// <summary>Why two registrations may be one firm; several at once.</summary>
[Flags]
public enum DuplicateSigns
{
    None = 0,

    /// <summary>Most of the words of their names, in one province.</summary>
    NearName = 1,
    SamePhone = 2,
    SameEmail = 4,

    /// <summary>The same name under another number, in whatever province.</summary>
    SameName = 8,
}

/// <summary>Two registrations that may be one firm, until an expert says that they are not.</summary>
public sealed class LikelyDuplicate
{
    private LikelyDuplicate() { }

    public Guid Id { get; private set; }

    /// <summary>The smaller of the two ids.</summary>
    [NotRecorded]
    public Guid FirstId { get; private set; }

    [NotRecorded]
    public Guid SecondId { get; private set; }

    /// <summary><see cref="DuplicateSigns"/> as a number: the larger, the likelier.</summary>
    [NotRecorded]
    public int Signs { get; private set; }

    /// <summary>When an expert said that these are two firms; null while nobody did.</summary>
    public DateTime? ToldApartAt { get; private set; }

    [Field("twins.remark", Longest = Lengths.Note, Rows = 2, Aside = true)]
    public string? Remark { get; private set; }

    public int Version { get; private set; }

    public Subject SubjectIn(string province) =>
        new(nameof(LikelyDuplicate), Id, Body.Shared, province);

    internal static LikelyDuplicate Of(Guid one, Guid other, DuplicateSigns signs)
    {
        var (first, second) = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        return new LikelyDuplicate
        {
            Id = Guid.CreateVersion7(),
            FirstId = first,
            SecondId = second,
            Signs = (int)signs,
        };
    }

    internal Guid Other(Guid one) => FirstId == one ? SecondId : FirstId;

    internal void Seem(DuplicateSigns signs) => Signs = (int)signs;

    internal void TellApart(DateTime at, string? remark)
    {
        (ToldApartAt, Remark) = (at, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim());
        Version++;
    }
}

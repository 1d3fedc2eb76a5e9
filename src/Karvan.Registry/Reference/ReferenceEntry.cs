namespace Karvan.Registry.Reference;

/// <summary>Why a row of a list is not taken.</summary>
public enum ReferenceRefusal
{
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    /// <summary>To withdraw takes a reason.</summary>
    NoReason,

    CountryUnknown,
    NameMissing,

    /// <summary>No holiday of the lunar calendar has the code.</summary>
    LunarUnknown,

    /// <summary>The last day lies before the first.</summary>
    PeriodReversed,

    /// <summary>The same is in the list for some of these days.</summary>
    Overlaps,

    /// <summary>The day has its row already.</summary>
    DayTaken,

    /// <summary>Small Latin letters, digits and dashes, a letter first.</summary>
    CodeWrong,

    /// <summary>Two, four or six digits each, and at least one.</summary>
    PrefixWrong,

    /// <summary>Each upper end must be larger than the one before.</summary>
    LimitsWrong,

    /// <summary>The name stands for a country already.</summary>
    AliasTaken,
}

/// <summary>A row as a form holds it.</summary>
public interface IReferenceEntry<TRow>
    where TRow : ReferenceRow
{
    string? Source { get; }

    bool IsExample { get; }

    /// <summary>What is wrong with it by itself; all of it.</summary>
    ReferenceRefusal[] Check();

    /// <summary>What is wrong with it beside the other rows that stand.</summary>
    ReferenceRefusal? Against(IReadOnlyList<TRow> others);

    void Fill(TRow row);
}

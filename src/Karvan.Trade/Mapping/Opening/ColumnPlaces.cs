using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>Why a column is not found.</summary>
internal enum ColumnFault
{
    None,
    Missing,

    /// <summary>Several columns bear the name, and the profile does not say which.</summary>
    Twice,

    /// <summary>The column at the place bears another name.</summary>
    OtherName,
}

/// <summary>Finds the columns of a profile among those of a file.</summary>
internal sealed class ColumnPlaces(IReadOnlyList<string> names)
{
    private readonly string[] compared = [.. names.Select(ComparedWord.Of)];

    public IReadOnlyList<string> Names => names;

    public ColumnFault Find(ColumnReference column, out int place)
    {
        place = -1;
        var name = ComparedWord.Of(column.Name);
        if (name.Length == 0)
        {
            place = column.Place is { } index && index < compared.Length ? index : -1;
            return place < 0 ? ColumnFault.Missing : ColumnFault.None;
        }
        var first = Array.IndexOf(compared, name);
        if (first < 0)
        {
            return ColumnFault.Missing;
        }
        if (Array.LastIndexOf(compared, name) == first)
        {
            place = first;
            return ColumnFault.None;
        }
        if (column.Place is not { } at)
        {
            return ColumnFault.Twice;
        }
        place = at < compared.Length && compared[at] == name ? at : -1;
        return place < 0 ? ColumnFault.OtherName : ColumnFault.None;
    }

    /// <summary>A reference by which exactly this column is found.</summary>
    public ColumnReference At(int place) =>
        compared[place].Length > 0 && compared.Count(n => n == compared[place]) == 1
            ? new(names[place])
            : new(names[place], place);
}

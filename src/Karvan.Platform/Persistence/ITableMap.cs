using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Persistence;

/// <summary>The tables that a module brings into the one database.</summary>
public interface ITableMap
{
    /// <summary>The map that comes before this one; null for the first.</summary>
    Type? After { get; }

    /// <summary>Names of the locks for checks that no unique index can make; see <see cref="DatabaseLock"/>.</summary>
    IEnumerable<string> Locks { get; }

    /// <param name="db">What query filters ask for the actor's reach.</param>
    void Map(ModelBuilder builder, KarvanContext db);
}

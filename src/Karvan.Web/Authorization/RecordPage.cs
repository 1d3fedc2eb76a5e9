using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Authorization;

/// <summary>
/// A page about one record, whose id stands in the address. The record is found and the act of the page asked for it before
/// any handler runs: none that the asker sees is 404, an act that does not reach it is 403. A handler that does more than
/// the page asks has an <see cref="AsksAttribute"/> of its own. Where the address names none, the page makes a new one.
/// </summary>
public abstract class RecordPage<TRecord> : KarvanPage, IRecordPage
    where TRecord : class
{
    /// <summary>Set before any handler runs, where the address names one.</summary>
    public TRecord Record { get; private set; } = null!;

    /// <summary>The value of the route that names it.</summary>
    protected virtual string IdName => "id";

    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    /// <returns>Null where the asker sees none.</returns>
    protected abstract Task<TRecord?> Find(Guid id);

    /// <summary>What the act must reach: the record, and whatever else the page changes with it.</summary>
    protected abstract IEnumerable<Subject> SubjectsOf(TRecord record);

    /// <summary>What else the page stands on, once the record may be seen.</summary>
    /// <returns>Null where the page goes on; otherwise the answer.</returns>
    protected virtual Task<IActionResult?> Open() => Task.FromResult<IActionResult?>(null);

    /// <summary>Looks the record up again: after a change, or where somebody else was quicker.</summary>
    protected async Task Reload(Guid id) =>
        Record =
            await Find(id)
            ?? throw new InvalidOperationException($"{typeof(TRecord).Name} {id} went away.");

    async Task<IActionResult?> IRecordPage.Deny(Act act)
    {
        if (RouteData.Values[IdName] is not { } named)
        {
            return await Open();
        }
        if (!Guid.TryParse($"{named}", out var id) || await Find(id) is not { } found)
        {
            return NotFound();
        }
        Record = found;
        return SubjectsOf(found).All(subject => May(act, subject)) ? await Open() : Forbid();
    }
}

/// <summary>A page that <see cref="AskFirst"/> asks about its record.</summary>
internal interface IRecordPage
{
    /// <param name="act">Of the handler, or of the page.</param>
    /// <returns>Null where the handler runs; otherwise the answer.</returns>
    Task<IActionResult?> Deny(Act act);
}

using Karvan.Registry.Duplicates;

namespace Karvan.Web.Registry.Demo;

/// <summary>Invented firms came in all at once: their likely twins are noted in one walk.</summary>
internal sealed class DemoDuplicates(NoteAllDuplicates duplicates) : IDemoPart
{
    public int Place => 10;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation) =>
        await duplicates.Run(cancellation);
}

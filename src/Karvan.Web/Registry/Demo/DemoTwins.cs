using Karvan.Registry.Twins;

namespace Karvan.Web.Registry.Demo;

/// <summary>Invented firms came in all at once: their likely twins are noted in one walk.</summary>
internal sealed class DemoTwins(NoteAllTwins twins) : IDemoPart
{
    public int Place => 10;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation) =>
        await twins.Run(cancellation);
}

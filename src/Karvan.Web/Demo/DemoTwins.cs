using Karvan.Registry.Twins;

namespace Karvan.Web.Demo;

/// <summary>Invented firms came in all at once: their likely twins are noted in one walk.</summary>
internal sealed class DemoTwins(NoteAllTwins twins) : IDemoPart
{
    public async Task Fill(DemoHouse house, CancellationToken cancellation) =>
        await twins.Run(cancellation);
}

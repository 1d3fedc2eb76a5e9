using System.Collections.Concurrent;
using Karvan.Rules.Cases;
using Karvan.Rules.Loading;
using Xunit;

namespace Karvan.Rules.Tests.Cases;

public sealed class RulebookVariantsTests
{
    /// <summary>Many threads ask for the same few choices, before any of them is loaded.</summary>
    [Fact]
    public async Task Threads_that_ask_at_once_share_one_load_of_each_choice()
    {
        const int Threads = 16;
        const int Choices = 8;
        var loads = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var books = new RulebookVariants(choices =>
        {
            loads.AddOrUpdate(choices["reading"], 1, (_, n) => n + 1);
            // Long enough for the others to ask as well.
            Thread.Sleep(10);
            return RulebookLoader.Load("-", "none.yaml", _ => null);
        });
        using var start = new Barrier(Threads);
        var given = new RulebookLoad[Threads, Choices];
        var threads = Enumerable
            .Range(0, Threads)
            .Select(t =>
                Task.Factory.StartNew(
                    () =>
                    {
                        start.SignalAndWait(TestContext.Current.CancellationToken);
                        for (var c = 0; c < Choices; c++)
                        {
                            given[t, c] = books.With(
                                new Dictionary<string, string>(StringComparer.Ordinal)
                                {
                                    ["reading"] = $"choice-{c}",
                                }
                            );
                        }
                    },
                    TestContext.Current.CancellationToken,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            );
        await Task.WhenAll(threads);

        Assert.Equal(Choices, loads.Count);
        Assert.All(loads, load => Assert.Equal(1, load.Value));
        for (var c = 0; c < Choices; c++)
        {
            for (var t = 1; t < Threads; t++)
            {
                Assert.Same(given[0, c], given[t, c]);
            }
        }
    }
}

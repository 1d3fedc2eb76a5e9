using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Xunit;

namespace Karvan.Trade.Tests.Files;

/// <summary>Measures the memory of the whole program: nothing else may run beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[Collection(Name)]
public sealed class RejectionLogMemoryTests
{
    private const string Name = "memory of the program";

    /// <summary>A million rejections found after reading take some 200 MB as objects.</summary>
    [Fact]
    public void Those_found_later_are_kept_in_bounded_memory()
    {
        const int Many = 1_000_000;
        using var log = new RejectionLog();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = Many; i > 0; i--)
        {
            log.Add(new Rejection(1, i, Fault.Conflict, "declaration_no", $"EX{i:D30} / 1"));
        }
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(taken < 48 << 20, $"{taken >> 20} MiB");
        var line = 0L;
        foreach (var rejection in log.InOrder())
        {
            Assert.Equal(++line, rejection.Line);
        }
        Assert.Equal(Many, line);
    }
}

using Karvan.Cli.Tests.EndToEnd;
using Karvan.Oracle;
using Karvan.Trade.Declarations;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>The same set of rows gives the same bytes, whatever the order, the files, the threads, the memory or the machine.</summary>
public sealed class SameBytesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Any_order_of_rows_and_any_split_over_files(int seed)
    {
        using var scratch = new Scratch();
        RandomInput.Write(scratch["in"], seed, new RandomInputOptions());
        var first = ScoredFolder.Of(scratch["in"], new ReadingOptions());
        var random = new Random(seed);
        for (var i = 0; i < 3; i++)
        {
            var shuffled = scratch["shuffled-" + i];
            Directory.CreateDirectory(shuffled);
            var part = 0;
            foreach (
                var path in Directory.EnumerateFiles(scratch["in"]).Order(StringComparer.Ordinal)
            )
            {
                var (header, rows) = RawRows.Of(path);
                random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
                if (!Path.GetFileName(path).StartsWith("declarations", StringComparison.Ordinal))
                {
                    RawRows.Write(Path.Combine(shuffled, Path.GetFileName(path)), header, rows);
                    continue;
                }
                foreach (var chunk in rows.Chunk(Math.Max(1, rows.Count / random.Next(1, 6))))
                {
                    var name =
                        $"declarations-{random.Next(100):00}-{part++}.csv{(random.Next(2) == 0 ? ".gz" : "")}";
                    RawRows.Write(Path.Combine(shuffled, name), header, chunk, random.Next(2) == 0);
                }
            }
            var again = ScoredFolder.Of(shuffled, new ReadingOptions());
            Assert.True(first.Scores == again.Scores, $"seed {seed}, order {i}: other scores");
            Assert.True(
                first.Explanations == again.Explanations,
                $"seed {seed}, order {i}: other explanations"
            );
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Any_number_of_threads_size_of_blocks_and_memory(int seed)
    {
        using var scratch = new Scratch();
        RandomInput.Write(scratch["in"], seed, new RandomInputOptions());
        var first = ScoredFolder.Of(scratch["in"], new ReadingOptions(Threads: 1));
        foreach (var threads in new[] { 1, 2, 3, 8 })
        {
            foreach (var block in new[] { 61, 1000, 4096, 1 << 20 })
            {
                var memory = block % 2 == 1 ? 0 : 600L << 20;
                var again = ScoredFolder.Of(
                    scratch["in"],
                    new ReadingOptions(threads, memory, block, threads == 3)
                );
                Assert.True(first == again, $"seed {seed}: {threads} threads, blocks of {block}");
            }
        }
    }

    /// <summary>Enough lines that all partitions spill, with demo firms of all sizes.</summary>
    [Fact]
    public async Task A_tiny_memory_writes_to_disk_and_gives_the_same_bytes()
    {
        using var scratch = new Scratch();
        await KarvanProgram.RunHere(
            "demo",
            "--exporters",
            "1500",
            "--lines",
            "60000",
            "--seed",
            "5",
            "--out",
            scratch["in"],
            "--faults",
            "200"
        );
        var first = ScoredFolder.Of(scratch["in"], new ReadingOptions());
        Assert.Equal(first, ScoredFolder.Of(scratch["in"], new ReadingOptions(3, 0, 1 << 16)));
        Assert.Equal(
            first,
            ScoredFolder.Of(scratch["in"], new ReadingOptions(2, 300_000, 1 << 18))
        );
    }

    [Fact]
    public async Task Any_culture_time_zone_and_number_of_processors()
    {
        using var scratch = new Scratch();
        RandomInput.Write(scratch["in"], 21, new RandomInputOptions());
        var results = new List<(string Scores, string Explanations, string Rejected)>();
        foreach (
            var (language, zone, processors) in new[]
            {
                ("C", "UTC", "1"),
                ("fa_IR.UTF-8", "Asia/Tehran", "2"),
                ("tr_TR.UTF-8", "America/New_York", "3"),
                ("de_DE.UTF-8", "Pacific/Apia", "8"),
            }
        )
        {
            var output = scratch["out-" + language];
            var ran = await KarvanProgram.Run(
                [
                    "score",
                    "--rulebook",
                    Repository.Rulebook,
                    "--input",
                    scratch["in"],
                    "--out",
                    output,
                ],
                ("LANG", language),
                ("LC_ALL", language),
                ("TZ", zone),
                ("DOTNET_PROCESSOR_COUNT", processors),
                ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0")
            );
            Assert.True(ran.Exit == 3, ran.Error);
            results.Add(
                (
                    File.ReadAllText(Path.Combine(output, "scores.csv")),
                    File.ReadAllText(Path.Combine(output, "explanations.jsonl")),
                    File.ReadAllText(Path.Combine(output, "rejected.csv"))
                )
            );
        }
        Assert.Single(results.Distinct());
    }
}

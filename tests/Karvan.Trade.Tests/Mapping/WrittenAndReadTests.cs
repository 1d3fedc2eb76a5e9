using FsCheck;
using FsCheck.Fluent;
using Karvan.Trade.Declarations;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>What is written under any profile is read back as it was.</summary>
public sealed class WrittenAndReadTests : IDisposable
{
    private readonly MappedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Lines_come_back_under_every_profile() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    var written = new WrittenFile(seed);
                    var file = folder.Save(written.Write(60));
                    var read = MappedFolder.Read(
                        file,
                        written.Profile,
                        new ReadingOptions(1 + seed % 3, BlockBytes: 2000 + seed % 9000)
                    );
                    Assert.Empty(read.SetAside);
                    Assert.Equal(written.Lines, read.Lines);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}

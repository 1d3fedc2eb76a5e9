using Karvan.Trade.Declarations;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;
using Karvan.Trade.Tests.AddingUp;
using Xunit;

namespace Karvan.Trade.Tests.Declarations;

/// <summary>Suspects are read again; what goes wrong by then names its file.</summary>
public sealed class RereaderTests
{
    /// <summary>A process's memory can be opened as a file, and not be read at its beginning.</summary>
    [Fact]
    public void A_file_that_can_no_longer_be_read_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no such file to fail on.");
        using var again = new Rereader(new InputFile("declarations-2.csv", "/proc/self/mem"), 0);
        var refused = Assert.Throws<UnusableInputException>(() => again.Read(0, 10));
        Assert.StartsWith(
            "declarations-2.csv: reading it again failed (",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_became_shorter_is_named()
    {
        using var scratch = new TradeBook();
        File.WriteAllText(scratch["d.csv"], "1,2\n3,4");
        using var again = new Rereader(new InputFile("d.csv", scratch["d.csv"]), 0);
        Assert.Equal("3,4\n"u8.ToArray(), again.Read(4, 4).ToArray());
        var refused = Assert.Throws<UnusableInputException>(() => again.Read(4, 5));
        Assert.StartsWith("d.csv: found fewer bytes", refused.Message, StringComparison.Ordinal);
    }
}

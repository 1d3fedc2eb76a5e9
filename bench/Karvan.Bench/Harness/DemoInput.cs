using System.Globalization;

namespace Karvan.Bench.Harness;

/// <summary>A demo input folder of a size, made once and kept.</summary>
internal sealed record DemoInput(long Lines, int Exporters)
{
    public string Folder { get; } =
        Path.Combine(
            Places.Cache,
            string.Create(CultureInfo.InvariantCulture, $"demo-{Lines}-{Exporters}")
        );

    /// <summary>Makes the folder where it is missing; a half-made one never bears its name.</summary>
    public void Make()
    {
        if (Directory.Exists(Folder))
        {
            return;
        }
        Console.Error.WriteLine($"making {Folder}");
        var making = Folder + ".making";
        if (Directory.Exists(making))
        {
            Directory.Delete(making, recursive: true);
        }
        Child.Karvan(
            "demo",
            "--exporters",
            Exporters.ToString(CultureInfo.InvariantCulture),
            "--lines",
            Lines.ToString(CultureInfo.InvariantCulture),
            "--seed",
            "1",
            "--rulebook",
            Places.Rulebook,
            "--out",
            making
        );
        Directory.Move(making, Folder);
    }
}

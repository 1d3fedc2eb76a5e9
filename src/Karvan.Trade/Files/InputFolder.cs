namespace Karvan.Trade.Files;

/// <summary>The four inputs of a run, found in one folder.</summary>
/// <param name="Declarations">In ordinal order of their names.</param>
public sealed record InputFolder(
    InputFile Exporters,
    IReadOnlyList<InputFile> Declarations,
    InputFile Evidence,
    InputFile Compliance
)
{
    /// <exception cref="UnusableInputException">The folder or one of the four inputs is missing.</exception>
    public static InputFolder Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UnusableInputException(
                $"{folder}: found no such folder, expected one with exporters.csv, declarations*.csv, evidence.csv and compliance.csv"
            );
        }
        var declarations = NamesIn(folder)
            .Select(path => new InputFile(Path.GetFileName(path), path))
            .Where(f => IsDeclarations(f.Name))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        if (declarations.Count == 0)
        {
            throw new UnusableInputException(
                $"{folder}: found no declarations*.csv, .csv.gz or .xlsx, expected at least one"
            );
        }
        return new InputFolder(
            Single(folder, "exporters.csv"),
            declarations,
            Single(folder, "evidence.csv"),
            Single(folder, "compliance.csv")
        );
    }

    private static string[] NamesIn(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                $"{folder}: found a folder that cannot be read ({e.Message}), expected a readable one"
            );
        }
    }

    private static bool IsDeclarations(string name) =>
        name.StartsWith("declarations", StringComparison.OrdinalIgnoreCase)
        && (
            name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        );

    private static InputFile Single(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? new InputFile(name, path)
            : throw new UnusableInputException(
                $"{folder}: found no {name}, expected one; all four inputs are required"
            );
    }
}

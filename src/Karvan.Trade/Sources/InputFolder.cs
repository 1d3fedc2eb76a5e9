using Karvan.Trade.Files;

namespace Karvan.Trade.Sources;

/// <summary>
/// The four inputs of a run, found in one folder. Names are compared without case on every system, so that a folder
/// that works on one works on all.
/// </summary>
/// <param name="Declarations">In ordinal order of their names.</param>
public sealed record InputFolder(
    InputFile Exporters,
    IReadOnlyList<InputFile> Declarations,
    InputFile Evidence,
    InputFile Compliance
)
{
    /// <exception cref="UnusableInputException">The folder or one of the four inputs is missing, or stands there twice.</exception>
    public static InputFolder Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UnusableInputException(
                $"{folder}: found no such folder, expected one with exporters.csv, declarations*.csv, evidence.csv and compliance.csv"
            );
        }
        var files = FilesIn(folder);
        var declarations = files.Where(f => IsDeclarations(f.Name)).ToList();
        if (declarations.Count == 0)
        {
            throw new UnusableInputException(
                $"{folder}: found no declarations*.csv, .csv.gz or .xlsx, expected at least one"
            );
        }
        RefuseTwins(folder, declarations);
        return new InputFolder(
            Single(folder, files, "exporters.csv"),
            declarations,
            Single(folder, files, "evidence.csv"),
            Single(folder, files, "compliance.csv")
        );
    }

    private static List<InputFile> FilesIn(string folder)
    {
        try
        {
            return
            [
                .. Directory
                    .GetFiles(folder)
                    .Select(path => new InputFile(Path.GetFileName(path), path))
                    .OrderBy(f => f.Name, StringComparer.Ordinal),
            ];
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

    private static InputFile Single(string folder, List<InputFile> files, string name)
    {
        var found = files.FindAll(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        RefuseTwins(folder, found);
        return found.Count > 0
            ? found[0]
            : throw new UnusableInputException(
                $"{folder}: found no {name}, expected one; all four inputs are required"
            );
    }

    /// <summary>Nobody can say which of the two is meant; and one may well be a copy of the other.</summary>
    private static void RefuseTwins(string folder, List<InputFile> files)
    {
        var twins = files
            .GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1);
        if (twins is not null)
        {
            throw new UnusableInputException(
                $"{folder}: found {string.Join(" and ", twins.Select(f => f.Name))}, which differ only in case, expected one of them; take the other away"
            );
        }
    }
}

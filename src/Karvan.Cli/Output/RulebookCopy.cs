using Karvan.Cli.Terminal;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;
using Karvan.Trade.Inputs;

namespace Karvan.Cli.Output;

/// <summary>
/// The rulebook a result was scored with, readings put in, and its tables: with the input, all that anybody needs to
/// compute the same bytes again, and all that <c>karvan explain</c> needs.
/// </summary>
internal static class RulebookCopy
{
    public const string Folder = "rulebook";
    public const string File = Rulebook.NameInResults;

    public static void Write(ResultFolder result, Rulebook book, string source) =>
        Write(name => result.PathOf(Path.Combine(Folder, name)), File, book, source);

    /// <param name="pathOf">Where a file of this name is written.</param>
    /// <param name="file">The name of the rulebook; what is written is YAML as well as JSON.</param>
    /// <param name="source">The file that it was loaded from, beside which its tables stand.</param>
    public static void Write(Func<string, string> pathOf, string file, Rulebook book, string source)
    {
        System.IO.File.WriteAllBytes(
            pathOf(file),
            [.. CanonicalJson.Write(book.Content, indented: true), (byte)'\n']
        );
        foreach (var entry in ((MapNode)((MapNode)book.Content).Find("tables")!).Entries)
        {
            var name = ((ScalarNode)((MapNode)entry.Value).Find("file")!).Text;
            var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(source))!, name);
            var copy = pathOf(name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(beside, copy, overwrite: true);
        }
    }

    /// <exception cref="UnusableRequestException">The folder holds no result.</exception>
    public static Rulebook Load(string resultFolder)
    {
        var path = Path.Combine(resultFolder, Folder, File);
        if (!System.IO.File.Exists(path))
        {
            throw new UnusableRequestException(
                $"--result: found no {Folder}/{File} in {resultFolder}, expected a folder that karvan score wrote"
            );
        }
        var load = RulebookFile.Load(path);
        return load.Rulebook
            ?? throw new UnusableRequestException(string.Join('\n', load.Problems));
    }
}

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

    public static void Write(ResultFolder result, Rulebook book, string source)
    {
        System.IO.File.WriteAllBytes(
            result.PathOf(Path.Combine(Folder, File)),
            [.. CanonicalJson.Write(book.Content, indented: true), (byte)'\n']
        );
        foreach (var entry in ((MapNode)((MapNode)book.Content).Find("tables")!).Entries)
        {
            var name = ((ScalarNode)((MapNode)entry.Value).Find("file")!).Text;
            var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(source))!, name);
            System.IO.File.Copy(beside, result.PathOf(Path.Combine(Folder, name)), overwrite: true);
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

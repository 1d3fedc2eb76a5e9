using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Karvan.Cli.Terminal;

/// <summary>
/// Options and arguments whose values are checked as they are parsed. The library's own messages name types of the
/// program; these say what was found and what was expected.
/// </summary>
internal static class CheckedOption
{
    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<T> WholeNumber<T>(string name, T least, T most)
        where T : struct, IBinaryInteger<T> =>
        new(name)
        {
            HelpName = "N",
            CustomParser = result =>
            {
                // Where the number of values is wrong, the library says so.
                if (result.Tokens is [{ Value: var written }])
                {
                    if (
                        T.TryParse(
                            written,
                            NumberStyles.AllowLeadingSign,
                            CultureInfo.InvariantCulture,
                            out var number
                        )
                        && number >= least
                        && number <= most
                    )
                    {
                        return number;
                    }
                    result.AddError(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{name}: found '{written}', expected a whole number from {least} to {most}"
                        )
                    );
                }
                return default;
            },
        };

    /// <summary>One of a few words, the first of which holds where none is given.</summary>
    public static Option<string> OneOf(string name, params string[] words)
    {
        var option = new Option<string>(name)
        {
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[0],
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var written }]
                && !words.Contains(written, StringComparer.Ordinal)
            )
            {
                result.AddError(
                    $"{name}: found '{written}', expected {string.Join(" or ", words)}"
                );
            }
        });
        return option;
    }

    /// <summary>The name of a file or folder that has to be given.</summary>
    public static Option<string> PathTo(string name, string expected)
    {
        var option = new Option<string>(name) { Required = true };
        option.Validators.Add(result => RequireName(result, name, expected));
        return option;
    }

    /// <summary>The name of a file or folder that may be left out.</summary>
    public static Option<string?> PerhapsPathTo(string name, string expected)
    {
        var option = new Option<string?>(name);
        option.Validators.Add(result => RequireName(result, name, expected));
        return option;
    }

    /// <summary>The name of a file that stands without an option's name before it.</summary>
    public static Argument<string> File(string name, string expected)
    {
        var argument = new Argument<string>(name);
        argument.Validators.Add(result => RequireName(result, name, expected));
        return argument;
    }

    private static void RequireName(SymbolResult result, string name, string expected)
    {
        if (result.Tokens is [{ Value: "" }])
        {
            result.AddError($"{name}: found no name, expected {expected}");
        }
    }
}

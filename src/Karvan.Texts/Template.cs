using System.Text.RegularExpressions;

namespace Karvan.Texts;

/// <summary>A text cut at its placeholders, and at runs of Latin letters, which Persian text must isolate.</summary>
public sealed partial class Template
{
    /// <summary>A text without placeholders is the same each time; by language.</summary>
    private readonly Phrase?[] whole = new Phrase?[Enum.GetValues<Language>().Length];

    private Template(IReadOnlyList<Piece> pieces)
    {
        Pieces = pieces;
        Names = pieces
            .Where(p => p.Kind is PieceKind.Placeholder)
            .Select(p => p.Text)
            .ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<Piece> Pieces { get; }

    public IReadOnlySet<string> Names { get; }

    public static Template Parse(string text)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (Match found in Cuts().Matches(text))
        {
            if (found.Index > at)
            {
                pieces.Add(new Piece(PieceKind.Text, text[at..found.Index]));
            }
            pieces.Add(
                found.Groups["name"].Success
                    ? new Piece(PieceKind.Placeholder, found.Groups["name"].Value)
                    : new Piece(PieceKind.Latin, found.Value)
            );
            at = found.Index + found.Length;
        }
        if (at < text.Length)
        {
            pieces.Add(new Piece(PieceKind.Text, text[at..]));
        }
        return new Template(pieces);
    }

    /// <summary>The text with its values in place, digits and Latin runs as the language wants them.</summary>
    /// <param name="values">One for each placeholder, in any order.</param>
    /// <param name="show">Puts a value into the words of the language.</param>
    /// <exception cref="ArgumentException">A placeholder is without a value, or a value without a placeholder.</exception>
    public Phrase Fill(
        Language language,
        ReadOnlySpan<(string Name, object? Value)> values,
        Func<object?, Phrase> show
    )
    {
        if (values.Length != Names.Count)
        {
            throw new ArgumentException(
                $"The text needs values for: {string.Join(", ", Names)}.",
                nameof(values)
            );
        }
        return Names.Count == 0
            ? whole[(int)language] ??= Put(language, values, show)
            : Put(language, values, show);
    }

    private Phrase Put(
        Language language,
        ReadOnlySpan<(string Name, object? Value)> values,
        Func<object?, Phrase> show
    )
    {
        var runs = new List<TextRun>(Pieces.Count);
        foreach (var piece in Pieces)
        {
            switch (piece.Kind)
            {
                case PieceKind.Placeholder:
                    runs.AddRange(show(ValueFor(piece.Text, values)).Runs);
                    break;
                case PieceKind.Latin:
                    runs.Add(new TextRun(piece.Text, Isolated: language is Language.Persian));
                    break;
                default:
                    runs.Add(new TextRun(language.Typed(piece.Text), Isolated: false));
                    break;
            }
        }
        return new Phrase(runs);
    }

    private static object? ValueFor(string name, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (given, value) in values)
        {
            if (string.Equals(given, name, StringComparison.Ordinal))
            {
                return value;
            }
        }
        throw new ArgumentException($"The placeholder {{{name}}} got no value.", nameof(values));
    }

    [GeneratedRegex(
        @"\{(?<name>[a-z0-9][a-z0-9-]*)\}|[A-Za-z](?:[A-Za-z0-9 ./:@_+-]*[A-Za-z0-9])?"
    )]
    private static partial Regex Cuts();
}

public enum PieceKind
{
    Text,
    Latin,
    Placeholder,
}

public readonly record struct Piece(PieceKind Kind, string Text);

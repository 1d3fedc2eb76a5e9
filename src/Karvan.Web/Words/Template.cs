using System.Text.RegularExpressions;

namespace Karvan.Web.Words;

/// <summary>A text cut at its placeholders, and at runs of Latin letters, which Persian text must isolate.</summary>
public sealed partial class Template
{
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

    [GeneratedRegex(@"\{(?<name>[a-z][a-z0-9-]*)\}|[A-Za-z](?:[A-Za-z0-9 ./:@_+-]*[A-Za-z0-9])?")]
    private static partial Regex Cuts();
}

public enum PieceKind
{
    Text,
    Latin,
    Placeholder,
}

public readonly record struct Piece(PieceKind Kind, string Text);

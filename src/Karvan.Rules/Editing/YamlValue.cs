using System.Text;
using System.Text.RegularExpressions;
using Karvan.Rules.Text;

namespace Karvan.Rules.Editing;

/// <summary>Values as they are written into a rulebook, on one line.</summary>
public static partial class YamlValue
{
    private const int Group = 3;

    /// <summary>Digits in groups of three from five digits on: <c>100_000</c>.</summary>
    public static string Number(decimal value)
    {
        var text = PlainNumber.Shortest(value);
        var whole = text.Split('.')[0];
        if (whole.Length <= Group + 1)
        {
            return text;
        }
        var grouped = new StringBuilder(text);
        for (var at = whole.Length - Group; at > 0; at -= Group)
        {
            grouped.Insert(at, '_');
        }
        return grouped.ToString();
    }

    /// <summary>A solar year; never grouped.</summary>
    public static string Year(int year) => PlainNumber.Shortest(year);

    public static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "null";

    /// <summary>Codes stand as they are, all else between quotes: it would end at a comma or a colon.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Code().IsMatch(text) && text is not "null")
        {
            return text;
        }
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    _ when char.IsControl(c) => " ",
                    _ => $"{c}",
                }
            );
        }
        return quoted.Append('"').ToString();
    }

    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>Any piece, in brackets and braces.</summary>
    internal static string Of(TextNode node) =>
        node switch
        {
            ScalarNode { Quoted: true } quoted => Quoted(quoted.Text),
            ScalarNode { IsNull: true } => "null",
            ScalarNode plain => PlainNumber.TryParse(plain.Text, out _)
                ? plain.Text
                : Text(plain.Text),
            ListNode list => List(list.Items.Select(Of)),
            MapNode map =>
                $"{{{string.Join(", ", map.Entries.Select(e => $"{Text(e.Key)}: {Of(e.Value)}"))}}}",
            _ => throw new InvalidOperationException(node.GetType().Name),
        };

    private static string Quoted(string text) =>
        Code().IsMatch(text) || PlainNumber.TryParse(text, out _) ? $"\"{text}\"" : Text(text);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9._-]*$")]
    private static partial Regex Code();
}

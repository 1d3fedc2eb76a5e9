using Karvan.Trade.Fields;

namespace Karvan.Trade.Tests.Csv;

/// <summary>A record as the plain reader sees it: its first physical line, its fault or its fields.</summary>
internal sealed record PlainRecord(long Line, Fault Fault, IReadOnlyList<string> Fields)
{
    public override string ToString() => $"{Line} {Fault} [{string.Join('|', Fields)}]";
}

/// <summary>
/// RFC 4180 by character, over Latin-1 text, as the format has it: a record that breaks off is its first physical
/// line alone, and reading goes on behind it. Written from the format, with nothing of the program in it.
/// </summary>
internal static class PlainCsv
{
    public static List<PlainRecord> Read(string text, long firstLine)
    {
        var records = new List<PlainRecord>();
        var line = firstLine;
        for (var at = 0; at < text.Length; )
        {
            var (fields, end, fault) = One(text, at);
            if (fault is not Fault.None)
            {
                var newline = text.IndexOf('\n', at);
                end = newline < 0 ? text.Length : newline + 1;
                fields = [];
            }
            if (fault is not Fault.None || text[at..end] is not ("\n" or "\r\n" or "\r"))
            {
                records.Add(new PlainRecord(line, fault, fields));
            }
            line += text[at..end].Count(c => c == '\n');
            at = end;
        }
        return records;
    }

    private static (List<string> Fields, int End, Fault Fault) One(string text, int at)
    {
        var fields = new List<string>();
        while (true)
        {
            var field = "";
            if (at < text.Length && text[at] == '"')
            {
                at++;
                while (true)
                {
                    if (at >= text.Length)
                    {
                        return (fields, at, Fault.UnclosedQuote);
                    }
                    if (text[at] == '"')
                    {
                        if (at + 1 >= text.Length || text[at + 1] != '"')
                        {
                            at++;
                            break;
                        }
                        at++;
                    }
                    field += text[at++];
                }
                var behind = text[at..Math.Min(text.Length, at + 2)];
                if (behind is "\r\n" or "\r" && at + behind.Length <= text.Length)
                {
                    at = behind == "\r" && at + 1 < text.Length ? at : at + 1;
                }
                if (at < text.Length && text[at] is not (',' or '\n'))
                {
                    return (fields, at, Fault.TextAfterQuote);
                }
            }
            else
            {
                while (at < text.Length && text[at] is not (',' or '\n'))
                {
                    field += text[at++];
                }
                if ((at == text.Length || text[at] == '\n') && field.EndsWith('\r'))
                {
                    field = field[..^1];
                }
            }
            fields.Add(field);
            if (at >= text.Length || text[at] == '\n')
            {
                return (fields, Math.Min(text.Length, at + 1), Fault.None);
            }
            at++;
        }
    }
}

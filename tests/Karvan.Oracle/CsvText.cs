using System.Text;

namespace Karvan.Oracle;

/// <summary>One row of a CSV file. Malformed: text after a closing quote, or a quote that never closes.</summary>
public sealed record CsvRow(int Line, IReadOnlyList<string> Fields, bool Malformed);

/// <summary>RFC 4180, character by character. Lines are physical ones, counted by LF.</summary>
public static class CsvText
{
    private enum Place
    {
        FieldStart,
        Plain,
        Quoted,
        AfterQuote,
    }

    /// <summary>All rows, without the wholly empty lines.</summary>
    public static List<CsvRow> Read(string text)
    {
        var rows = new List<CsvRow>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var place = Place.FieldStart;
        var line = 1;
        var rowLine = 1;
        var malformed = false;
        var anyQuote = false;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
            place = Place.FieldStart;
        }

        void EndRow()
        {
            EndField();
            var empty = fields.Count == 1 && fields[0].Length == 0 && !anyQuote;
            if (!empty)
                rows.Add(new CsvRow(rowLine, fields, malformed));
            fields = [];
            malformed = false;
            anyQuote = false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (c == '\n')
                line++;

            if (place == Place.Quoted)
            {
                if (c == '"' && next == '"')
                {
                    field.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    place = Place.AfterQuote;
                }
                else
                {
                    field.Append(c);
                }
            }
            else if (c == ',')
            {
                EndField();
            }
            else if (c == '\n')
            {
                EndRow();
                rowLine = line;
            }
            else if (c == '\r' && next == '\n')
            {
                // The first half of CRLF: the LF that follows ends the row.
            }
            else if (c == '"' && place == Place.FieldStart)
            {
                place = Place.Quoted;
                anyQuote = true;
            }
            else
            {
                malformed |= place == Place.AfterQuote;
                field.Append(c);
                if (place == Place.FieldStart)
                    place = Place.Plain;
            }
        }

        malformed |= place == Place.Quoted;
        var unfinished = fields.Count > 0 || field.Length > 0 || anyQuote;
        if (unfinished)
            EndRow();
        return rows;
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Profiles;

/// <summary>Writes a profile in its one spelling; <see cref="ProfileParser"/> reads it.</summary>
internal static class ProfileJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(MappingProfile profile)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            WriteFile(json, profile.File);
            WriteDeclaration(json, profile.Declaration);
            json.WriteStartObject("flow");
            WriteColumn(json, "column", profile.Flow.Column);
            json.WriteString(
                "fixed",
                profile.Flow.Fixed is { } flow ? ProfileWords.Of(ProfileWords.Flows, flow) : null
            );
            WriteWords(json, profile.Flow.Words);
            json.WriteEndObject();
            json.WriteStartObject("date");
            WriteColumn(json, "column", profile.Date.Column);
            json.WriteString(
                "calendar",
                ProfileWords.Of(ProfileWords.Calendars, profile.Date.Calendar)
            );
            json.WriteString("order", ProfileWords.Of(ProfileWords.Orders, profile.Date.Order));
            json.WriteEndObject();
            json.WriteStartObject("exporter");
            WriteColumn(json, "column", profile.Exporter.Column);
            json.WriteBoolean("give_back_zeros", profile.Exporter.GiveBackZeros);
            json.WriteEndObject();
            json.WriteStartObject("hs_code");
            WriteColumn(json, "column", profile.HsCode.Column);
            json.WriteBoolean("give_back_zero", profile.HsCode.GiveBackZero);
            json.WriteEndObject();
            WriteColumn(json, "country", profile.Country);
            WriteAmounts(json, profile);
            WriteRates(json, profile.Rates);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteFile(Utf8JsonWriter json, FileShape file)
    {
        json.WriteStartObject("file");
        json.WriteString("encoding", ProfileWords.Of(ProfileWords.Encodings, file.Encoding));
        json.WriteString("separator", ProfileWords.Of(ProfileWords.Separators, file.Separator));
        json.WriteString("sheet", file.Sheet);
        if (file.Header is { } header)
        {
            json.WriteStartObject("header");
            json.WriteNumber("row", header.Row);
            json.WriteNumber("rows", header.Rows);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("header");
        }
        json.WriteEndObject();
    }

    private static void WriteDeclaration(Utf8JsonWriter json, DeclarationSource source)
    {
        json.WriteStartObject("declaration");
        json.WriteStartArray("columns");
        foreach (var column in source.Columns)
        {
            WriteColumn(json, null, column);
        }
        json.WriteEndArray();
        json.WriteString("lines", ProfileWords.Of(ProfileWords.Numberings, source.Numbering));
        WriteColumn(json, "line", source.Line);
        json.WriteEndObject();
    }

    private static void WriteAmounts(Utf8JsonWriter json, MappingProfile profile)
    {
        json.WriteStartObject("value");
        WriteColumn(json, "column", profile.Value.Column);
        WriteMarks(json, profile.Value.Marks);
        json.WriteString("currency", profile.Value.Currency);
        WriteColumn(json, "currency_column", profile.Value.CurrencyColumn);
        WriteWords(json, profile.Value.Words);
        json.WriteEndObject();
        json.WriteStartObject("weight");
        WriteColumn(json, "column", profile.Weight.Column);
        WriteMarks(json, profile.Weight.Marks);
        json.WriteString("unit", ProfileWords.Of(ProfileWords.Units, profile.Weight.Unit));
        json.WriteEndObject();
    }

    private static void WriteRates(Utf8JsonWriter json, IReadOnlyList<CurrencyRates> rates)
    {
        json.WriteStartObject("rates");
        foreach (var currency in rates.OrderBy(r => r.Currency, StringComparer.Ordinal))
        {
            json.WriteStartArray(currency.Currency);
            foreach (var rate in currency.Rates.OrderBy(r => r.From))
            {
                json.WriteStartObject();
                json.WriteString("from", rate.From.ToString("yyyy-MM-dd"));
                json.WriteString("rate", rate.Text);
                json.WriteString("meaning", ProfileWords.Of(ProfileWords.Meanings, rate.Meaning));
                json.WriteString("source", rate.Source);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, string? key, ColumnReference column)
    {
        if (key is not null)
        {
            json.WritePropertyName(key);
        }
        if (column.IsNone)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        if (column.Place is { } place)
        {
            json.WriteNumber("place", place);
        }
        json.WriteEndObject();
    }

    private static void WriteMarks(Utf8JsonWriter json, NumberMarks marks)
    {
        json.WriteString("decimal", marks.Point.ToString());
        json.WriteString("groups", string.Concat(marks.Groups.Distinct().Order()));
    }

    private static void WriteWords(Utf8JsonWriter json, IReadOnlyList<WordMeaning> words)
    {
        json.WriteStartObject("words");
        foreach (var word in words.OrderBy(w => w.Word, StringComparer.Ordinal))
        {
            json.WriteString(word.Word, word.Meaning);
        }
        json.WriteEndObject();
    }
}

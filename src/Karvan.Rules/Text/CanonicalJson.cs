using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Karvan.Rules.Text;

/// <summary>
/// One spelling for one content: keys sorted by code unit, plain numbers in shortest decimal form,
/// no comments, no blanks. Two files that say the same have the same canonical bytes and hash.
/// </summary>
public static class CanonicalJson
{
    public static byte[] Write(TextNode root, bool indented = false)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            WriteNode(writer, root);
        }
        return stream.ToArray();
    }

    /// <summary>SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(TextNode root) =>
        Convert.ToHexStringLower(SHA256.HashData(Write(root)));

    private static void WriteNode(Utf8JsonWriter writer, TextNode node)
    {
        switch (node)
        {
            case MapNode map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(entry.Key);
                    WriteNode(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    WriteNode(writer, item);
                }
                writer.WriteEndArray();
                break;
            case ScalarNode scalar:
                WriteScalar(writer, scalar);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, ScalarNode scalar)
    {
        if (scalar.IsNull)
        {
            writer.WriteNullValue();
        }
        else if (!scalar.Quoted && PlainNumber.TryParse(scalar.Text, out var number))
        {
            writer.WriteRawValue(PlainNumber.Shortest(number));
        }
        else
        {
            writer.WriteStringValue(scalar.Text);
        }
    }
}

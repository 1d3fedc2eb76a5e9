using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Karvan.Evidence.Items;

namespace Karvan.Evaluation.Dossiers;

/// <summary>
/// What a dossier says when it is submitted, as one text: the same content has the same bytes. Facts of customs are not in
/// it, since they are not the firm's to say.
/// </summary>
internal static class DossierContent
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="firm">The number by which it is known outside.</param>
    public static string Of(
        Dossier dossier,
        string firm,
        string rulebook,
        IReadOnlyList<ItemWithFiles> items
    )
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("campaign", $"{dossier.CampaignId:D}");
            json.WriteString("dossier", $"{dossier.Id:D}");
            json.WriteString("firm", firm);
            json.WriteString("province", dossier.Province);
            json.WriteString("product_group", dossier.ProductGroup);
            json.WriteString("rulebook", rulebook);
            json.WriteStartArray("items");
            foreach (var item in items)
            {
                Item(json, item);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Item(Utf8JsonWriter json, ItemWithFiles one)
    {
        var item = one.Item;
        json.WriteStartObject();
        json.WriteString("id", $"{item.Id:D}");
        json.WriteString("criterion", item.Criterion);
        Text(json, "kind", item.Kind);
        Text(json, "country", item.Country);
        Text(json, "name", item.Name);
        Day(json, "date", item.Date);
        Text(json, "language", item.Language);
        Text(json, "person", item.Person);
        Text(json, "post", item.Post);
        Text(json, "web_address", item.WebAddress);
        Day(json, "day_seen", item.DaySeen);
        Day(json, "valid_from", item.ValidFrom);
        Day(json, "valid_until", item.ValidUntil);
        Text(json, "under", item.Under);
        Text(json, "endorser", item.Endorser);
        Text(json, "endorsement_number", item.EndorsementNumber);
        Day(json, "endorsed_on", item.EndorsedOn);
        Text(json, "quantity", item.Quantity?.ToString("0.##", CultureInfo.InvariantCulture));
        Text(json, "level", item.Level);
        Text(json, "remark", item.Remark);
        Text(json, "proof", item.ProofId?.ToString("D"));
        json.WriteStartArray("files");
        foreach (var (of, file) in one.Files)
        {
            json.WriteStartObject();
            json.WriteString("document", of.Document);
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Hash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day) =>
        Text(json, name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

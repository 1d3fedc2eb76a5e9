using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Loading;

/// <summary>What an item of evidence must bring, with the years and bodies it names.</summary>
internal sealed class DemandsBinder(BookNames names)
{
    public EvidenceDemands Bind(Cursor cursor) =>
        new(
            Fields(cursor.Maybe("fields")),
            [
                .. (cursor.Maybe("documents")?.Named ?? []).Select(d => new EvidenceDocument(
                    d.Name.Text,
                    d.Value["title"].LocalText,
                    d.Value.Maybe("language") is not null
                )),
            ],
            cursor.Maybe("endorsed-by") is { } endorsement
                ? new EvidenceEndorsement(
                    Bodies(endorsement["bodies"]),
                    Bodies(endorsement.Maybe("without-mission"))
                )
                : null,
            Bodies(cursor.Maybe("under")),
            cursor.Maybe("valid") is { } validity ? Validity(validity) : null,
            cursor.Maybe("held-in") is { } year ? YearsBinder.Single(year, names.Years) : null,
            [
                .. (cursor.Maybe("inquiries")?.Items ?? []).Select(i => new EvidenceInquiry(
                    Body(i["of"]),
                    i["about"].LocalText
                )),
            ],
            cursor.Maybe("proven-by") is { } proof
                ? new EvidenceProof(YearsBinder.Single(proof["in"], names.Years))
                : null
        );

    public static List<EvidenceField> Fields(Cursor? list)
    {
        var fields = new List<EvidenceField>();
        foreach (var cursor in list?.Items ?? [])
        {
            var field = Field(cursor.Text);
            if (fields.Contains(field))
            {
                cursor.Refuse("repeated-value", $"'{cursor.Text}' a second time", "each once");
            }
            fields.Add(field);
        }
        return fields;
    }

    public static EvidenceField Field(string word) =>
        word switch
        {
            "kind" => EvidenceField.Kind,
            "country" => EvidenceField.Country,
            "name" => EvidenceField.Name,
            "date" => EvidenceField.Date,
            "language" => EvidenceField.Language,
            "person" => EvidenceField.Person,
            "post" => EvidenceField.Post,
            "web-address" => EvidenceField.WebAddress,
            "day-seen" => EvidenceField.DaySeen,
            _ => throw new InvalidOperationException(
                $"The grammar allows the field '{word}', but nothing binds it."
            ),
        };

    private EvidenceValidity Validity(Cursor validity)
    {
        var (form, year) = validity.Named[0];
        return new EvidenceValidity(
            YearsBinder.Single(year, names.Years),
            form.Text is "to-the-end-of"
        );
    }

    private List<string> Bodies(Cursor? list) => [.. (list?.Items ?? []).Select(Body)];

    private string Body(Cursor body)
    {
        if (!names.Bodies.ContainsKey(body.Text))
        {
            body.RefuseUnknown("body", names.Bodies.Keys);
        }
        return body.Text;
    }
}

using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>One field of work: a chapter of the tariff and words for it.</summary>
[KeptIn<PromoterField>]
public sealed class FieldRow
{
    public string? Chapter { get; set; }

    public string? Words { get; set; }
}

/// <summary>What the applicant works in, and where.</summary>
public sealed class FieldsForm : SectionForm
{
    public List<FieldRow> Rows { get; set; } = [];

    [Field("promoter.serves-country")]
    public bool Country { get; set; }

    /// <summary>Codes; several may stand in one value with commas between them.</summary>
    [Field(
        "promoter.served-own",
        Hint = "promoter.served-hint",
        Kind = FieldKind.Province,
        Asked = true
    )]
    public List<string> Provinces { get; set; } = [];

    internal override ApplicationPart Part => ApplicationPart.Fields;

    internal override void Fill(PromoterSection section)
    {
        var (fields, served) = (FieldsSection)section;
        Rows = [.. fields.Select(f => new FieldRow { Chapter = f.Chapter, Words = f.Words })];
        Rows.AddRange(Enumerable.Range(0, MoreRows).Select(_ => new FieldRow()));
        (Country, Provinces) = (served.All, [.. served.Codes]);
    }

    internal override PromoterSection? Read(ModelStateDictionary errors, string prefix)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Blank(Rows[i].Words) is not null && Blank(Rows[i].Chapter) is null)
            {
                errors.AddModelError(
                    $"{prefix}.Rows[{i}].Chapter",
                    "promoter.refused.ChapterUnknown"
                );
            }
        }
        var codes = Codes();
        if (codes.Any(c => !ReferenceTable.Provinces.Contains(c)))
        {
            errors.AddModelError(
                $"{prefix}.{nameof(Provinces)}",
                "promoter.refused.ProvinceUnknown"
            );
        }
        return errors.IsValid
            ? new FieldsSection(
                [
                    .. Rows.Where(r => Blank(r.Chapter) is not null)
                        .Select(r => (r.Chapter!.Trim(), Blank(r.Words))),
                ],
                Country
                    ? Karvan.Platform.Values.Provinces.Country
                    : Karvan.Platform.Values.Provinces.Of(codes)
            )
            : null;
    }

    internal override string FieldOf(PromoterRefusal refusal) =>
        refusal is PromoterRefusal.TooLong ? "Rows[0].Words" : "Rows[0].Chapter";

    private List<string> Codes() => [.. FieldWords.Apart(Provinces).Order(StringComparer.Ordinal)];
}

using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

/// <summary>One field of work: a chapter of the tariff and words for it.</summary>
public sealed class FieldRow
{
    [Required, ValidateNever]
    public string? Chapter { get; set; }

    public string? Words { get; set; }
}

/// <summary>What the applicant works in, and where.</summary>
public sealed class FieldsForm : SectionForm
{
    private const char Separator = ',';

    public List<FieldRow> Rows { get; set; } = [];

    public bool Country { get; set; }

    /// <summary>Codes; several may stand in one value with commas between them.</summary>
    [Required, ValidateNever]
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

    internal override IEnumerable<TypedAnswer> Answers(PageTexts words)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            var (row, number) = (Rows[i], i + 1);
            yield return TypedAnswer.Choice(
                $"Rows[{i}].Chapter",
                words["promoter.field-row", ("number", number)],
                row.Chapter,
                string.IsNullOrEmpty(row.Chapter) ? "" : PromoterTexts.Chapter(row.Chapter, words)
            );
            yield return TypedAnswer.Text(
                $"Rows[{i}].Words",
                words["promoter.field-words-row", ("number", number)],
                row.Words
            );
        }
        yield return TypedAnswer.Choice(
            nameof(Country),
            words["promoter.serves-country"],
            Country ? "true" : "false",
            words[Country ? "promoter.yes" : "promoter.no"].Bare
        );
        var codes = Codes().Where(ReferenceTable.Provinces.Contains).ToList();
        yield return TypedAnswer.Choice(
            nameof(Provinces),
            words["promoter.served"],
            string.Join(Separator, codes),
            PromoterTexts.Served(Karvan.Platform.Values.Provinces.Of(codes), words)
        );
    }

    private List<string> Codes() =>
        [
            .. Provinces
                .SelectMany(p => (p ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries))
                .Order(StringComparer.Ordinal),
        ];
}

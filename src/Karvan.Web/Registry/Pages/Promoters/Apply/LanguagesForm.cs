using System.ComponentModel.DataAnnotations;
using Karvan.Registry.Promoters;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

public sealed class LanguageRow
{
    [Required, ValidateNever]
    public string? Code { get; set; }

    [Required, ValidateNever]
    public string? Level { get; set; }
}

/// <summary>Languages with their level, and the command of English that S.b asks for.</summary>
public sealed class LanguagesForm : SectionForm
{
    private const string EnglishCode = "en";

    public List<LanguageRow> Rows { get; set; } = [];

    [Required, ValidateNever]
    public string? English { get; set; }

    internal override ApplicationPart Part => ApplicationPart.Languages;

    internal override void Fill(PromoterSection section)
    {
        var (languages, english) = (LanguagesSection)section;
        Rows =
        [
            .. languages.Select(l => new LanguageRow { Code = l.Code, Level = l.Level.ToString() }),
        ];
        // English is asked of everybody.
        if (Rows.TrueForAll(r => r.Code != EnglishCode))
        {
            Rows.Insert(0, new LanguageRow { Code = EnglishCode });
        }
        Rows.AddRange(Enumerable.Range(0, MoreRows).Select(_ => new LanguageRow()));
        English = english;
    }

    internal override PromoterSection? Read(ModelStateDictionary errors, string prefix)
    {
        var languages = new List<(string, LanguageLevel)>();
        for (var i = 0; i < Rows.Count; i++)
        {
            var (code, level) = (Blank(Rows[i].Code), Chosen<LanguageLevel>(Rows[i].Level));
            if (code is not null && level is { } known)
            {
                languages.Add((code, known));
            }
            // The row that is offered for English may wait.
            else if ((code is null) != (level is null) && code is not EnglishCode)
            {
                errors.AddModelError(
                    $"{prefix}.Rows[{i}].{(code is null ? "Code" : "Level")}",
                    "promoter.refused.LanguageUnknown"
                );
            }
        }
        return errors.IsValid ? new LanguagesSection(languages, English) : null;
    }

    internal override string FieldOf(PromoterRefusal refusal) =>
        refusal is PromoterRefusal.LanguageUnknown ? "Rows[0].Code" : nameof(English);

    internal override IEnumerable<TypedAnswer> Answers(PageTexts words)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            var (row, number) = (Rows[i], i + 1);
            yield return TypedAnswer.Choice(
                $"Rows[{i}].Code",
                words["promoter.language-row", ("number", number)],
                row.Code,
                string.IsNullOrEmpty(row.Code) ? "" : PromoterTexts.LanguageName(row.Code, words)
            );
            yield return TypedAnswer.Choice(
                $"Rows[{i}].Level",
                words["promoter.level-row", ("number", number)],
                row.Level,
                Chosen<LanguageLevel>(row.Level) is { } level
                    ? words[$"promoter.level.{level}"].Bare
                    : ""
            );
        }
        yield return TypedAnswer.Text(nameof(English), words["promoter.english"], English);
    }
}

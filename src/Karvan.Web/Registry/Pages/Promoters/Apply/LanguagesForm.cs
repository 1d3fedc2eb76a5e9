using Karvan.Platform.Fields;
using Karvan.Registry.Promoters;
using Karvan.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Promoters.Apply;

[KeptIn<PromoterLanguage>]
public sealed class LanguageRow
{
    public string? Code { get; set; }

    public string? Level { get; set; }
}

/// <summary>Languages with their level, and the command of English that S.b asks for.</summary>
[KeptIn<Promoter>]
public sealed class LanguagesForm : SectionForm
{
    private const string EnglishCode = "en";

    public List<LanguageRow> Rows { get; set; } = [];

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
}

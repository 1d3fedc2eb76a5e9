using Karvan.Platform.Events;
using Karvan.Platform.Papers;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>Papers and who issues them, in the reader's language.</summary>
internal static class PaperTexts
{
    public static Said Kind(string kind, PageTexts words) => words[$"paper.kind.{kind}"];

    public static Status State(PaperState state) =>
        new(
            $"paper.state.{state}",
            state switch
            {
                PaperState.Draft => StatusKind.Going,
                PaperState.Numbered => StatusKind.Now,
                PaperState.Filed => StatusKind.Good,
                _ => StatusKind.Bad,
            }
        );

    /// <summary>A body in a province, or its own office.</summary>
    public static Said Issuer(string issuer, PageTexts words)
    {
        var (body, province) = AuditChain.Parse(issuer);
        return province is null
            ? words[$"paper.issuer.{body}"]
            : words[
                $"paper.issuer-in.{body}",
                ("province", ReferenceTable.Provinces.Name(province, words.Language))
            ];
    }

    /// <summary>Who drafted a paper.</summary>
    public static Said By(string name, PageTexts words) =>
        name is "system" ? words["activity.karvan"] : PageTexts.Name(name);

    public static IReadOnlyList<FieldChoice> States(PageTexts words) =>
        [
            .. Enum.GetValues<PaperState>()
                .Select(s => new FieldChoice(s.ToString(), words[$"paper.state.{s}"])),
        ];
}

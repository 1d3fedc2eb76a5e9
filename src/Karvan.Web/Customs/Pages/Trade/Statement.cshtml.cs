using System.ComponentModel.DataAnnotations;
using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Trade;
using Karvan.Platform.Papers;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Registry.Pages;
using Karvan.Web.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>Drafts a statement of what a firm exported, on the paper of a body.</summary>
[Asks(nameof(CustomsActs.IssueExportStatement))]
public sealed class StatementModel(
    EnterpriseCard card,
    FirmTrade trade,
    LetterheadShelf shelf,
    DraftPaper draft,
    RulebookCatalog catalog,
    TimeProvider clock,
    PageTexts words
) : EnterprisePage(card)
{
    [BindProperty, Required]
    public string? Letterhead { get; set; }

    [BindProperty, Required]
    public string? Language { get; set; }

    /// <summary>A solar year; all where none is chosen.</summary>
    [BindProperty]
    public string? Year { get; set; }

    public IReadOnlyList<FieldChoice> Letterheads { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Languages =>
        [
            new("fa", words["trade.statement.in-persian"]),
            new("en", words["trade.statement.in-english"]),
        ];

    public IReadOnlyList<FieldChoice> Years { get; private set; } = [];

    private FirmFigures figures = null!;

    private DateOnly Today => TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public void OnGet() =>
        (Letterhead, Language) = (
            Letterheads is [var first, ..] ? first.Value : null,
            words.Language.Code()
        );

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var blocks = new StatementBlocks(
            words.In(Texts.Languages.Of(Language)),
            TradeBands.Of(catalog)
        );
        var year = TradeAsk.YearOf(Year);
        var drafted = await draft.Run(
            new PaperDraft(
                TradePapers.ExportStatement,
                Firm.Subject,
                Texts.Languages.Of(Language),
                blocks.Title(Firm, year),
                null,
                blocks.Of(Firm, figures, year, Today)
            ),
            Guid.TryParse(Letterhead, out var letterhead) ? letterhead : default,
            Cancellation
        );
        if (drafted.Refused is not { } refusal)
        {
            return Redirect(Links.Papers.Details(drafted.Value));
        }
        ModelState.AddModelError(nameof(Letterhead), $"paper.refused.{refusal}");
        return Page();
    }

    protected override async Task<IActionResult?> Open()
    {
        var heads = await shelf.For(
            Actor,
            TradePapers.ExportStatement,
            Firm.Subject,
            Today,
            Cancellation
        );
        Letterheads =
        [
            .. heads.Select(h => new FieldChoice(
                h.Id.ToString(),
                PageTexts.Name(words.IsPersian ? h.NameFa : h.NameEn)
            )),
        ];
        figures = await trade.Figures(Firm, Cancellation);
        Years = PageTables.Years(
            figures.Cells.Where(c => !c.Import).Select(c => c.SolarYear).Distinct(),
            words
        );
        return null;
    }
}

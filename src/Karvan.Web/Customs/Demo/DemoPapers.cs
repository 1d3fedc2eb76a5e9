using Karvan.Customs;
using Karvan.Customs.Trade;
using Karvan.Platform.Papers;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Rules.Reference;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Customs.Pages.Trade;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Rules;

namespace Karvan.Web.Customs.Demo;

/// <summary>
/// Letterheads of the Organization, its provincial companies and the trade side, and statements of exports of a firm: a draft, one with its number, and one that
/// was withdrawn.
/// </summary>
internal sealed class DemoPapers(
    KarvanContext db,
    KeepLetterhead letterheads,
    DraftPaper draft,
    NumberPaper number,
    WithdrawPaper withdraw,
    FirmTrade trade,
    RulebookCatalog catalog,
    TextBook book,
    TimeProvider clock
) : IDemoPart
{
    private const int DaysInForce = 1000;

    /// <summary>Of the demo's experts; the second is the trade side's.</summary>
    private const string Company = "00";
    private const string TradeOffice = "08";

    public int Place => 70;

    private DateOnly Today => TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        await Letterhead(Body.SmallIndustries, null, Numbering.Typed, cancellation);
        var company = await Letterhead(
            Body.SmallIndustries,
            Company,
            Numbering.Counted,
            cancellation
        );
        await Letterhead(Body.TradePromotion, TradeOffice, Numbering.Counted, cancellation);
        var firm = basis.Firms.First(f => f.Province == Company);
        var withdrawn = await Statement(firm, company, Language.Persian, cancellation);
        await number.Run(withdrawn, 0, null, null, cancellation);
        await withdraw.Run(withdrawn, 1, "نام گیرنده اشتباه بود.", cancellation);
        var issued = await Statement(firm, company, Language.Persian, cancellation);
        await number.Run(issued, 0, null, null, cancellation);
        await Statement(firm, company, Language.English, cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task<Guid> Statement(
        Enterprise firm,
        Letterhead head,
        Language language,
        CancellationToken cancellation
    )
    {
        var blocks = new StatementBlocks(new PageTexts(book, language), TradeBands.Of(catalog));
        var figures = await trade.Figures(firm, cancellation);
        var drafted = await draft.Run(
            new PaperDraft(
                TradePapers.ExportStatement,
                firm.Subject,
                language,
                blocks.Title(firm, null),
                language is Language.Persian
                    ? "مدیر محترم بانک توسعهٔ صادرات"
                    : "To whom it may concern",
                blocks.Of(firm, figures, null, Today)
            ),
            head.Id,
            cancellation
        );
        return drafted.Value;
    }

    private async Task<Letterhead> Letterhead(
        Body body,
        string? province,
        Numbering numbering,
        CancellationToken cancellation
    )
    {
        var small = body is Body.SmallIndustries;
        var name = (small, province) switch
        {
            (true, null) => new LocalText(
                "سازمان صنایع کوچک و شهرک‌های صنعتی ایران",
                "Iran Small Industries and Industrial Parks Organization"
            ),
            (true, { } one) => new LocalText(
                $"شرکت شهرک‌های صنعتی استان {Province(one, Language.Persian)}",
                $"Industrial Estates Company of {Province(one, Language.English)}"
            ),
            (_, { } one) => new LocalText(
                $"ادارهٔ کل صنعت، معدن و تجارت استان {Province(one, Language.Persian)}",
                $"Industry, Mine and Trade Office of {Province(one, Language.English)}"
            ),
            _ => throw new InvalidOperationException("The demo has no such letterhead."),
        };
        var made = await letterheads.Add(
            body,
            province,
            new LetterheadEntry(
                Today.AddDays(-DaysInForce),
                name,
                new LocalText("وزارت صنعت، معدن و تجارت", "Ministry of Industry, Mine and Trade"),
                new LocalText("بلوار صنعت، پلاک ۱۲", "12 Sanat Boulevard"),
                "021-00000000",
                numbering,
                numbering is Numbering.Counted ? "[year]/ص/[number]" : null,
                1,
                [
                    new Signatory("نمونه نمونه‌پور", "مدیرعامل و رئیس هیأت مدیره"),
                    new Signatory("آزمون آزمایشی", "معاون صنایع کوچک"),
                ],
                [
                    new Signatory("Nemuneh Nemunehpour", "Managing Director"),
                    new Signatory("Azmoun Azmayeshi", "Deputy for Small Industries"),
                ]
            ),
            cancellation
        );
        return made.Value;
    }

    private static string Province(string code, Language language) =>
        ReferenceTable.Provinces.Name(code, language);
}

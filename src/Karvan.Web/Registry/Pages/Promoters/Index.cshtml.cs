using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Searching;
using Karvan.Registry.Promoters;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters;

/// <summary>The promoters' databank for everybody (G1.a): who is approved, by words, field, province and language. Not to be taken away as a file: these are people.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class PromoterListModel(PromoterDirectory directory, PageTexts words)
    : ListPage<DirectoryRow>(words)
{
    // A search leaves empty what it likes: no field is marked as such.
    [BindProperty(SupportsGet = true, Name = "words"), Required]
    [Field("promoters.words", Hint = "promoters.words-hint", Longest = Lengths.Name)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "field"), Required]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "province"), Required]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true, Name = "language"), Required]
    public string? Language { get; set; }

    public bool Searched =>
        new[] { Words, Field, Province, Language }.Any(t => !string.IsNullOrWhiteSpace(t));

    /// <summary>What was asked, in words.</summary>
    public IReadOnlyList<(Said Label, Said Value)> Choice =>
        [
            .. new (string Key, string? Asked, IReadOnlyList<FieldChoice> Choices)[]
            {
                ("promoters.words", Words, []),
                (
                    "promoters.field",
                    Field,
                    CodeNames.Choices(Karvan.Platform.Fields.FieldKind.Chapter, W)
                ),
                ("promoters.province", Province, PlaceNames.Provinces(W)),
                (
                    "promoters.language",
                    Language,
                    CodeNames.Choices(Karvan.Platform.Fields.FieldKind.Language, W)
                ),
            }
                .Where(c => !string.IsNullOrWhiteSpace(c.Asked))
                .Select(c =>
                    (
                        W[c.Key],
                        c.Choices.FirstOrDefault(o => o.Value == c.Asked)?.Text
                            ?? PageTexts.Name(c.Asked)
                    )
                ),
        ];

    protected override ValueTask<ListTable<DirectoryRow>> Describe()
    {
        ModelState.Clear();
        return new(
            new ListTable<DirectoryRow>("promoters.list", "", DirectoryQuery.ByName, Columns())
            {
                PageSize = 20,
                Downloads = false,
                EmptyKey = Searched ? "table.nothing-found" : "promoters.nobody",
            }
        );
    }

    protected override ValueTask<FoundRows<DirectoryRow>> Rows(
        ListTable<DirectoryRow> list,
        TableAsk ask
    ) => new(directory.Rows(new DirectoryQuery(Words, Field, Province, Language, ask.Order)));

    private Column<DirectoryRow>[] Columns() =>
        [
            new(
                DirectoryQuery.ByName,
                "promoter.name",
                r =>
                    Cell.Text(PromoterTexts.Name(r.NameFa, r.NameEn, W)) with
                    {
                        Href = Links.Promoters.Profile(r.Id),
                    }
            )
            {
                Sorts = true,
            },
            new(
                "fields",
                "promoter.fields",
                r => Cell.Text(PromoterTexts.Joined(r.Fields.Select(Goods), W))
            ),
            new(
                "served",
                "promoter.served",
                r => Cell.Text(PromoterTexts.Served(r.Served, W, few: true))
            ),
            new(
                "languages",
                "promoter.languages",
                r =>
                    Cell.Text(
                        PromoterTexts.Joined(
                            r.Languages.Select(l => PromoterTexts.LanguageName(l.Code, W)),
                            W
                        )
                    )
            ),
            new(DirectoryQuery.ByExperience, "promoter.years", r => Cell.Number(r.TradeYears))
            {
                Sorts = true,
                Numeric = true,
            },
        ];

    /// <summary>Their own W, which most write in Persian; the chapter's name for who reads English.</summary>
    private string Goods(PublishedField field) =>
        W.IsPersian && field.Words is not null
            ? field.Words
            : PromoterTexts.Chapter(field.Chapter, W);
}

using Karvan.Registry.Firms;
using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Registry.Pages.Enterprises;
using Karvan.Web.Registry.Pages.Promoters.Apply;
using Karvan.Web.Registry.Pages.Reference;
using Karvan.Web.Tests.Modules;
using Xunit;

namespace Karvan.Web.Tests.Parts;

/// <summary>What a form sends is drawn from what describes it: names, labels and the values as a reader knows them.</summary>
public sealed class SentFieldTests
{
    private static readonly TextBook Book = PageTexts.LoadTexts();
    private static readonly PageTexts English = new(Book, Language.English);
    private static readonly PageTexts Persian = new(Book, Language.Persian);

    [Fact]
    public void A_firm_sends_the_fields_of_its_form_in_their_order()
    {
        (string Name, string, string, string)[] expected =
        [
            ("NameFa", "Name in Persian", "نساجی", "نساجی"),
            ("NameEn", "Name in English", "", ""),
            ("Province", "Province", "00", "Markazi"),
            ("IndustrialEstate", "Industrial estate", "", ""),
            ("Address", "Address", "خیابان، کوچه", "خیابان، کوچه"),
            ("Sector", "Field of work", "", ""),
            ("Employees", "Number of employees", "45", "45"),
            ("ProductLines", "Goods (HS codes)", "41 چرم, 42", "41 چرم, 42"),
            ("Origins", "Origin", "IndustrialCluster,Other", "Industrial cluster\nElsewhere"),
            ("ContactName", "Contact person", "", ""),
            ("ContactPosition", "Position", "", ""),
            ("ContactPhone", "Phone", "021", "021"),
            ("ContactEmail", "E-mail", "", ""),
        ];
        var names = expected.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            expected,
            Sent(
                    new ProfileForm
                    {
                        NameFa = "نساجی",
                        Province = "00",
                        Address = "خیابان، کوچه",
                        Employees = " ۴۵ ",
                        ProductLines = "41 چرم, 42",
                        Origins = ["Other", "IndustrialCluster"],
                        ContactPhone = "021",
                    },
                    English
                )
                .Where(f => names.Contains(f.Name))
        );
    }

    [Fact]
    public void Codes_of_a_list_days_and_yes_or_no_are_shown_in_words() =>
        Assert.Equal(
            [
                ("Country", "کشور", "AE", "امارات متحدهٔ عربی"),
                ("Kind", "نوع", "Consulate", "کنسولگری"),
                ("City", "شهر", "دبی", "دبی"),
                ("From", "از تاریخ", "1402/01/05", "۱۴۰۲/۰۱/۰۵"),
                ("To", "تا تاریخ", "", ""),
                ("Source", "منبع", "", ""),
                ("IsExample", "این ردیف تنها نمونه است", "true", "بله"),
            ],
            Sent(
                new MissionForm
                {
                    Country = "AE",
                    Kind = "Consulate",
                    City = "دبی",
                    From = "1402/01/05",
                    IsExample = true,
                },
                Persian
            )
        );

    [Fact]
    public void Rows_are_counted_and_named_by_their_place() =>
        Assert.Equal(
            [
                ("Field", "Field of study", "Management", "Management"),
                ("Degree", "Degree", "none such", "none such"),
                ("Statement", "What you studied and where", "", ""),
                ("Courses[0].Title", "Course 1", "Trade", "Trade"),
                ("Courses[0].Provider", "Course 1", "", ""),
                ("Courses[0].Year", "Course 1", "1400", "1400"),
                ("Courses[1].Title", "Course 2", "", ""),
                ("Courses[1].Provider", "Course 2", "Chamber", "Chamber"),
                ("Courses[1].Year", "Course 2", "", ""),
            ],
            Sent(
                new EducationForm
                {
                    Field = "Management",
                    Degree = "none such",
                    Courses =
                    [
                        new CourseRow { Title = "Trade", Year = "۱۴۰۰" },
                        new CourseRow { Provider = "Chamber" },
                    ],
                },
                English
            )
        );

    [Fact]
    public void What_the_page_alone_can_name_is_named_by_it()
    {
        var form = new Web.Consortia.Pages.Consortia.ConsortiumForm
        {
            ProductGroups = ["leather", "gone"],
        };
        var groups = SentField
            .Of(
                form,
                new Dictionary<string, IReadOnlyList<FieldChoice>>(StringComparer.Ordinal)
                {
                    ["ProductGroups"] = [new("leather", PageTexts.Name("Leather goods"))],
                },
                DescribedForms.Metadata,
                English
            )
            .Single(f => f.Name == "ProductGroups");
        Assert.Equal(("gone,leather", "gone\nLeather goods"), (groups.Text, groups.Shown.Bare));
    }

    private static IEnumerable<(string Name, string, string, string)> Sent(
        object form,
        PageTexts words
    ) =>
        SentField
            .Of(form, SentField.NoChoices, DescribedForms.Metadata, words)
            .Select(f => (f.Name, f.Label.Bare, f.Text, f.Shown.Bare));
}

using System.Net;
using Karvan.Registry.Promoters;
using Xunit;

namespace Karvan.Web.Tests.Promoters;

/// <summary>Somebody who applies to the databank, page by page as a browser without scripts would.</summary>
internal static class Newcomer
{
    public const string Home = "/promoters/apply";

    public static async Task Apply(HttpClient newcomer)
    {
        await Done(
            newcomer,
            Home + "/about",
            [
                ("Form.NameFa", "سارا تهرانی"),
                ("Form.NameEn", "Sara Tehrani"),
                ("Form.Province", "00"),
            ]
        );
        await Done(
            newcomer,
            Home + "/fields",
            [
                ("Version", "1"),
                ("Form.Rows[0].Chapter", "74"),
                ("Form.Rows[0].Words", "ظروف مسی"),
                ("Form.Rows[1].Chapter", ""),
                ("Form.Provinces", "00"),
                ("Form.Provinces", "08"),
            ]
        );
        await Done(
            newcomer,
            Home + "/languages",
            [
                ("Version", "2"),
                ("Form.Rows[0].Code", "en"),
                ("Form.Rows[0].Level", "Fluent"),
                ("Form.English", "مذاکره به انگلیسی"),
            ]
        );
        await Done(
            newcomer,
            Home + "/experience",
            [
                ("Version", "3"),
                ("Form.Years", "۷"),
                ("Form.Trade", "صادرات به عراق"),
                ("Form.FieldCommand", "کارگاه مس‌گری"),
                ("Form.Leadership", "اجماع پنج کارگاه"),
            ]
        );
        await Done(
            newcomer,
            Home + "/education",
            [
                ("Version", "4"),
                ("Form.Field", "Management"),
                ("Form.Degree", "Bachelor"),
                ("Form.Statement", "دانشگاه اراک"),
                ("Form.Courses[0].Title", "بازاریابی صادراتی"),
                ("Form.Courses[0].Year", "2019"),
            ]
        );
        var early = await newcomer.GetStringAsync(Home + "/check");
        Assert.DoesNotContain("name=\"version\"", early, StringComparison.Ordinal);
        await Done(
            newcomer,
            Home + "/contact",
            [
                ("Version", "5"),
                ("Form.Phone", "09121112233"),
                ("Form.PublishesPhone", "false"),
                ("Form.Email", "sara@example.org"),
                ("Form.PublishesEmail", "true"),
                ("Form.Consents", "true"),
            ]
        );
        await Done(newcomer, Home + "/check", [("version", "6")]);
    }

    public static async Task Done(
        HttpClient visitor,
        string path,
        IEnumerable<(string, string)> fields
    )
    {
        var answer = await Site.Post(visitor, path, [.. fields]);
        Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.StatusCode));
    }
}

using System.Net;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Attacks;

/// <summary>
/// Every page that opens, asked with what no person would write: in each filter, order and page number of its address, and
/// in each field of its forms. It may refuse; a fault it has none. On PostgreSQL, which keeps less than SQLite does.
/// </summary>
public sealed class InputTests
{
    private const string Number = "7";

    private static readonly string[] Nasty =
    [
        "\0",
        "a\0b",
        Number,
        "-1",
        "2147483648",
        "99999999999999999999999999",
        "'\"<b>%_\\",
        "۱۴۰۲/۱۳/۴۵",
        new('ی', 5000),
    ];

    [Fact]
    public async Task No_address_makes_a_fault()
    {
        await using var site = await Site.On(Provider.Postgres, Walked);
        var faults = new List<string>();
        foreach (var (visitor, account, path) in await Pages(site))
        {
            var page = await visitor.GetAsync(path);
            var names = FoundForm
                .In(await page.Content.ReadAsStringAsync(), path, "get")
                .SelectMany(f => f.Names)
                .Concat(["page", "sort", "download", "print", "number", "code"])
                .Distinct(StringComparer.Ordinal)
                .ToList();
            foreach (var value in Nasty)
            {
                var said = Uri.EscapeDataString(value);
                // All at once, and each alone: one that is refused would hide the others.
                var all = string.Join('&', names.Select(n => $"{Uri.EscapeDataString(n)}={said}"));
                await Ask(all);
                foreach (var name in names.Where(n => n.StartsWith("f-", StringComparison.Ordinal)))
                {
                    await Ask($"{Uri.EscapeDataString(name)}={said}");
                }
            }

            async Task Ask(string query)
            {
                using var answer = await visitor.GetAsync(
                    path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query
                );
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    faults.Add(
                        $"{account}: {path}?{(query.Length > 200 ? query[..200] : query)}: {answer.StatusCode}"
                    );
                }
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task No_form_makes_a_fault()
    {
        await using var site = await Site.On(Provider.Postgres, Walked);
        var faults = new List<string>();
        var sent = 0;
        foreach (var (visitor, account, path) in await Pages(site))
        {
            foreach (var value in Nasty)
            {
                using var page = await visitor.GetAsync(path);
                foreach (
                    var form in FoundForm.In(await page.Content.ReadAsStringAsync(), path, "post")
                )
                {
                    using var body = form.Say(value, choicesOnly: value is Number);
                    using var answer = await visitor.PostAsync(form.Action, body);
                    sent++;
                    if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                    {
                        faults.Add(
                            $"{account}: {form.Action}: {value[..Math.Min(20, value.Length)]}: {answer.StatusCode}"
                        );
                    }
                }
            }
        }
        Assert.Empty(faults);
        // A form that is not found is not tried.
        Assert.True(sent > 300, $"{sent} forms were sent");
    }

    /// <summary>The form of a firm one may decide about names another one.</summary>
    [Fact]
    public async Task The_address_says_which_record_and_no_field_of_a_form_does()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var asked = await site.Ask(db =>
            db.Enterprises.Where(e => e.Province == "00" && e.State == VerificationState.Waiting)
                .OrderBy(e => e.SortKey)
                .Select(e => e.Id)
                .Take(2)
                .ToListAsync()
        );
        var expert = await site.SignedIn("expert");
        var done = await Site.Post(
            expert,
            $"/enterprises/{asked[0]}",
            ("id", $"{asked[1]}"),
            ("version", "0"),
            ("Decision", "Verified")
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(
            [VerificationState.Verified, VerificationState.Waiting],
            await site.Ask(async db =>
                new[]
                {
                    (await db.Enterprises.SingleAsync(e => e.Id == asked[0])).State,
                    (await db.Enterprises.SingleAsync(e => e.Id == asked[1])).State,
                }
            )
        );
    }

    private static void Walked(IServiceCollection services) =>
        services.AddSingleton<IStartupFilter, WalkedRequests>();

    /// <summary>Each page once, as somebody to whom it opens.</summary>
    private static async Task<List<(HttpClient Visitor, string Account, string Path)>> Pages(
        Site site
    )
    {
        var addresses = await RouteTable.Addresses(site);
        var visitors = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        var pages = new List<(HttpClient, string, string)>();
        foreach (
            var entry in RouteTable
                .Entries.Where(e => e.Get.First is not null && !e.Route.Contains("sign-out"))
                .DistinctBy(e => e.Route, StringComparer.OrdinalIgnoreCase)
        )
        {
            var account = entry.Get.First!;
            if (!visitors.TryGetValue(account, out var visitor))
            {
                visitor =
                    account == Visitors.Public ? site.Visitor() : await site.SignedIn(account);
                visitors.Add(account, visitor);
            }
            pages.Add((visitor, account, addresses(entry.Path)));
        }
        return pages;
    }
}

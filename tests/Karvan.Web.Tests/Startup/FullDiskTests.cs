using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.CustomsPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Startup;

/// <summary>What keeps the data has no room, or somebody else has it: told at once, with what was typed, and nothing saved by half.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task On_a_full_disk_what_was_typed_is_given_back_to_be_sent_again()
    {
        var disk = new Disk();
        await using var site = await Site.On(
            Provider.Sqlite,
            s => s.ConfigureDbContext<SqliteKarvanContext>(o => o.AddInterceptors(disk))
        );
        var expert = await site.SignedIn("expert");
        var firm = await site.FirmOf("00", VerificationState.Waiting);
        var page = $"/enterprises/{firm}/edit";
        disk.IsFull = true;
        HttpResponseMessage answer;
        var version = 0;
        var clock = new Stopwatch();
        do
        {
            clock.Restart();
            answer = await Site.Post(
                expert,
                page,
                ("Version", $"{version}"),
                ("Profile.NameFa", "صنایع نو"),
                ("Profile.Province", "00"),
                ("Profile.Address", new string('ن', 900) + version)
            );
            version++;
        } while (answer.StatusCode is HttpStatusCode.Redirect && version < 400);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter!.Delta);
        var told = await answer.Content.ReadAsStringAsync();
        var form = PageForm.With(told, "Profile.Address");
        Assert.Equal(new string('ن', 900) + (version - 1), form["Profile.Address"]);
        Assert.Equal("صنایع نو", form["Profile.NameFa"]);
        // Reading goes on.
        Assert.Equal(HttpStatusCode.OK, (await expert.GetAsync(page)).StatusCode);

        // There is room again: the same is sent by the button, and saved.
        disk.IsFull = false;
        var again = await form.Post(expert, page);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.EndsWith(
            $"{version - 1}",
            await site.Ask(db =>
                db.Enterprises.Where(e => e.Id == firm).Select(e => e.Address!).SingleAsync()
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_fault_of_the_database_is_a_page_even_where_it_cannot_be_asked()
    {
        var disk = new Disk();
        await using var site = await Site.On(
            Provider.Sqlite,
            s => s.ConfigureDbContext<SqliteKarvanContext>(o => o.AddInterceptors(disk.Gone))
        );
        var expert = await site.SignedIn("expert");
        disk.Gone.IsOn = true;
        using var answer = await expert.GetAsync("/enterprises?f-name=a");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            "/enterprises?f-name=a",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        disk.Gone.IsOn = false;
        // Nobody was signed out by it.
        Assert.Equal(HttpStatusCode.OK, (await expert.GetAsync("/enterprises")).StatusCode);
    }

    /// <summary>Lets the file of every connection grow no more.</summary>
    private sealed class Disk : DbCommandInterceptor
    {
        private const long Unlimited = 1_073_741_823;

        public bool? IsFull { get; set; }

        public Away Gone { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (IsFull is { } full)
            {
                // As many pages as there are: SQLite itself then says that the disk is full.
                using var limit = command.Connection!.CreateCommand();
                limit.Transaction = command.Transaction;
                limit.CommandText = $"PRAGMA max_page_count = {(full ? 1 : Unlimited)}";
                limit.ExecuteNonQuery();
            }
            return ValueTask.FromResult(result);
        }
    }

    /// <summary>A file that cannot be opened.</summary>
    private sealed class Away : DbCommandInterceptor
    {
        public bool IsOn { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) =>
            IsOn
                ? throw new Microsoft.Data.Sqlite.SqliteException(
                    "unable to open database file",
                    14
                )
                : ValueTask.FromResult(result);
    }
}

using Karvan.Cli.Commands;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary><c>karvan admin invite</c>: the link of the first administrator, and its event.</summary>
public sealed class AdminTests
{
    private const string Mail = "sara@example.ir";

    private static readonly DatabaseTemplate Template = new(
        async (connection, _) =>
        {
            await using var db = Databases.Open(connection, WriteGate.Any());
            await Databases.Migrate(db);
        }
    );

    [OnBothDatabases]
    [Theory]
    public async Task The_first_administrator_gets_a_link_and_the_record_shows_it(Provider provider)
    {
        await using var database = await Template.CopyAsync(provider);
        var ran = await KarvanProgram.RunHere(
            "admin",
            "invite",
            Mail,
            "--database",
            database.ConnectionString,
            "--address",
            "https://karvan.example/"
        );
        Assert.Equal((ExitCode.Good, ""), (ran.Exit, ran.Error));
        const string Start = "https://karvan.example/account/invitation?token=";
        Assert.StartsWith(Start, ran.Out, StringComparison.Ordinal);
        var token = ran.Out[Start.Length..].Trim();

        await using var db = Databases.Open(database.ConnectionString, WriteGate.Any());
        db.SeeAs(Actor.System);
        var invitation = await db.Invitations.SingleAsync();
        Assert.Equal(
            (Mail, Role.Administrator, true, Invitation.HashOf(token)),
            (invitation.Email, invitation.Role, invitation.Provinces.All, invitation.TokenHash)
        );
        var happened = await db.AuditEvents.SingleAsync();
        Assert.Equal(("PersonInvited", "system"), (happened.Kind, happened.AuthorName));
        Assert.DoesNotContain(token, happened.Content, StringComparison.Ordinal);
    }

    /// <summary>A link that was handed to the wrong person is made worthless by the next one.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Of_two_links_the_newest_alone_works(Provider provider)
    {
        await using var database = await Template.CopyAsync(provider);
        foreach (var mail in new[] { Mail, Mail.ToUpperInvariant() })
        {
            var ran = await KarvanProgram.RunHere(
                "admin",
                "invite",
                mail,
                "--database",
                database.ConnectionString,
                "--address",
                "https://karvan.example"
            );
            Assert.Equal(ExitCode.Good, ran.Exit);
        }
        await using var db = Databases.Open(database.ConnectionString, WriteGate.Any());
        db.SeeAs(Actor.System);
        var both = await db.Invitations.OrderBy(i => i.InvitedAt).ToListAsync();
        Assert.Equal([true, false], both.Select(i => i.WithdrawnAt is not null));
    }

    [Theory]
    [InlineData("nobody", "https://karvan.example", "expected an e-mail address")]
    [InlineData(Mail, "karvan.example", "--address")]
    public async Task What_cannot_be_used_is_refused_and_nothing_is_written(
        string email,
        string address,
        string said
    )
    {
        await using var database = await Template.CopyAsync(Provider.Sqlite);
        var ran = await KarvanProgram.RunHere(
            "admin",
            "invite",
            email,
            "--database",
            database.ConnectionString,
            "--address",
            address
        );
        Assert.Equal(ExitCode.Unusable, ran.Exit);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        await using var db = Databases.Open(database.ConnectionString, WriteGate.Any());
        db.SeeAs(Actor.System);
        Assert.Empty(await db.Invitations.ToListAsync());
    }
}

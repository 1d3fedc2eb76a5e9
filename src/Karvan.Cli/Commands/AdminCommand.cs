using System.CommandLine;
using Karvan.Cli.Terminal;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Recording;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan admin</c>: what nobody in the application can do for the first who comes.</summary>
internal static class AdminCommand
{
    /// <summary>Where the application looks too.</summary>
    private const string AddressSetting = "Karvan__Address";

    private const string Page = "/account/invitation?token=";

    public static Command Build()
    {
        var command = new Command(
            "admin",
            """
            Administrators of a database, where there is none yet.

            Example:
              karvan admin invite sara@example.ir --database karvan.db --address https://karvan.example
            """
        );
        command.Subcommands.Add(Invite());
        return command;
    }

    private static Command Invite()
    {
        var email = new Argument<string>("EMAIL")
        {
            Description = "Whom to invite: the link opens an account with this address.",
        };
        var database = DatabaseOption.Build();
        var address = new Option<string?>("--address")
        {
            Description =
                $"The address by which people reach Karvan, with which the link begins; {AddressSetting} unless given.",
            HelpName = "URL",
        };
        var command = new Command(
            "invite",
            """
            Invite an administrator of the whole country and print the link, which is good once, for fourteen days. Hand it over
            yourself; it is nowhere else. The record of changes shows the invitation.

            Example:
              karvan admin invite sara@example.ir --database karvan.db --address https://karvan.example
            """
        )
        {
            email,
            database,
            address,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var root = Root(parsed.GetValue(address));
                await using var db = await OpenedDatabase
                    .Open(DatabaseOption.Given(parsed.GetValue(database)), cancellation)
                    .ConfigureAwait(false);
                db.SeeAs(Actor.System);
                var invited = await new InviteAdministrator(
                    db,
                    new Changes(db, TimeProvider.System, Reactions.None),
                    TimeProvider.System
                )
                    .Run(parsed.GetValue(email)!, cancellation)
                    .ConfigureAwait(false);
                if (invited.Refused is { } refusal)
                {
                    throw new UnusableRequestException(
                        refusal is InvitationRefusal.AlreadyHeld
                            ? $"{parsed.GetValue(email)} is an administrator of the whole country already; nothing was written"
                            : $"found '{parsed.GetValue(email)}', expected an e-mail address such as sara@example.ir"
                    );
                }
                Console.WriteLine($"{root}{Page}{invited.Value}");
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static string Root(string? given)
    {
        var root = given ?? Environment.GetEnvironmentVariable(AddressSetting);
        return Uri.TryCreate(root, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? root!.TrimEnd('/')
            : throw new UnusableRequestException(
                $"found {(root is null ? "no address" : $"'{root}'")}, expected --address or {AddressSetting}, such as https://karvan.example"
            );
    }
}

using System.CommandLine;
using Karvan.Cli.Terminal;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan campaign</c>: the campaigns of a database, and what is needed to compute one again.</summary>
internal static class CampaignCommand
{
    public static Command Build()
    {
        var command = new Command(
            "campaign",
            """
            List the campaigns of a database, or export one as input files of karvan score.

            Examples:
              karvan campaign list --database karvan.db
              karvan campaign export --database karvan.db --campaign ID --out out/c
            """
        );
        command.Subcommands.Add(List());
        command.Subcommands.Add(Export());
        return command;
    }

    private static Command List()
    {
        var database = DatabaseOption.Build();
        var command = new Command(
            "list",
            """
            Print a campaign a line, the oldest first: its id, its state, its name.

            Example:
              karvan campaign list --database karvan.db
            """
        )
        {
            database,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var db = await Opened(parsed.GetValue(database), cancellation)
                    .ConfigureAwait(false);
                // Ids are given in the order in which campaigns begin.
                var campaigns = await db
                    .Campaigns.AsNoTracking()
                    .ToListAsync(cancellation)
                    .ConfigureAwait(false);
                foreach (
                    var campaign in campaigns.OrderBy(c => $"{c.Id:D}", StringComparer.Ordinal)
                )
                {
                    await Console
                        .Out.WriteLineAsync(
                            $"{campaign.Id:D} {$"{campaign.State}".ToLowerInvariant()} {campaign.NameFa}"
                        )
                        .ConfigureAwait(false);
                }
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static Command Export()
    {
        var database = DatabaseOption.Build();
        var campaign = new Option<Guid>("--campaign")
        {
            Description = "The id of the campaign, as list prints it.",
            HelpName = "ID",
            Required = true,
        };
        var output = CheckedOption.PathTo("--out", "a folder");
        output.Description = "A folder that is not there yet, or is empty.";
        output.HelpName = "DIR";
        var command = new Command(
            "export",
            """
            Write what a campaign was computed from: exporters.csv, declarations.csv, evidence.csv, compliance.csv, the
            rulebook as rulebook.yaml with its tables, and the newest result as scores.csv. Where nothing was computed yet,
            the input files say how things stand, and scores.csv is left out.

            Exit codes: 0 written; 3 written, and customs lines are others by now than those of the result; 2 unusable
            request, nothing written; 1 a fault of the program.

            Example:
              karvan campaign export --database karvan.db --campaign 0192d3a0-0000-7000-8000-000000000000 --out out/c
            """
        )
        {
            database,
            campaign,
            output,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var db = await Opened(parsed.GetValue(database), cancellation)
                    .ConfigureAwait(false);
                return await new CampaignExport(db)
                    .Run(parsed.GetValue(campaign), parsed.GetRequiredValue(output), cancellation)
                    .ConfigureAwait(false);
            }
        );
        return command;
    }

    /// <summary>Who has the database has all of it.</summary>
    private static async Task<KarvanContext> Opened(
        string? database,
        CancellationToken cancellation
    )
    {
        var db = await OpenedDatabase
            .Open(DatabaseOption.Given(database), cancellation)
            .ConfigureAwait(false);
        db.SeeAs(Actor.System);
        return db;
    }
}

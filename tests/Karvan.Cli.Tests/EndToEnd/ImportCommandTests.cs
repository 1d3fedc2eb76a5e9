using Karvan.Cli.Commands;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Testing.Databases;
using Karvan.Trade.Mapping.Checking;
using Xunit;
using static Karvan.Cli.Tests.EndToEnd.ImportScratch;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary><c>karvan import</c> as somebody types it.</summary>
public sealed class ImportCommandTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_file_is_read_by_a_saved_profile_committed_and_superseded(Provider provider)
    {
        await using var scratch = await On(provider);
        var file = scratch.File("first.csv", Header + Line("A1", "100.25") + Line("A2", "50"));
        var ran = await scratch.Import(file, "--profile", ProfileName, "--commit");
        Assert.Equal((ExitCode.Good, ""), (ran.Exit, ran.Error));
        var said = ran.Out.ReplaceLineEndings("\n").Split('\n');
        Assert.Matches(
            @"^customs file 1, in force: 2 lines read, 2 accepted, 0 rejected, 0 duplicates, \d+ ms$",
            said[0]
        );
        // 100.25 + 50 USD; twice 2.5 kg.
        Assert.Equal("exports 1401: 2 lines, 1 exporters, 150.25 USD, 5.000 kg", said[1]);
        Assert.Equal("ids of firms: 0; without a firm: 1; of firms elsewhere: 0", said[2]);
        var first = Assert.Single(await scratch.Imports());
        Assert.Equal(
            (ImportState.Committed, ProfileName, "08", "first.csv"),
            (first.State, first.ProfileName, first.Province, first.FileName)
        );

        var next = scratch.File("second.csv", Header + Line("A1", "99"));
        ran = await scratch.Import(next, "--profile", ProfileName, "--commit", "--instead", "1");
        Assert.Equal((ExitCode.Good, ""), (ran.Exit, ran.Error));
        var both = await scratch.Imports();
        Assert.Equal([ImportState.Superseded, ImportState.Committed], both.Select(i => i.State));
        Assert.Equal(both[1].Id, both[0].SupersededById);
    }

    [OnBothDatabases]
    [Theory]
    public async Task Rows_set_aside_are_told_and_written_and_nothing_is_in_force_unasked(
        Provider provider
    )
    {
        await using var scratch = await On(provider);
        var file = scratch.File(
            "lines.csv",
            Header
                + Line("A1", "100")
                + Line("A1", "100")
                + Line("A2", "1", day: "1401/13/03")
                + Line("A3", "ten")
        );
        var ran = await scratch.Import(
            file,
            "--profile",
            ProfileName,
            "--rejected",
            scratch["rejected.csv"]
        );
        Assert.Equal(ExitCode.SomeRejected, ran.Exit);
        Assert.StartsWith(
            "customs file 1: 4 lines read, 1 accepted, 2 rejected, 1 duplicates, ",
            ran.Out,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["bad-date: 1 (Not a valid date)", "bad-number: 1 (Not a valid number)"],
            ran.Error.ReplaceLineEndings("\n").TrimEnd().Split('\n').Order()
        );
        Assert.Equal(
            "line,reason,column,value,why\n4,bad-date,day,1401/13/03,Not a valid date\n5,bad-number,value,ten,Not a valid number\n",
            await File.ReadAllTextAsync(scratch["rejected.csv"])
        );
        Assert.Equal(ImportState.Ready, Assert.Single(await scratch.Imports()).State);
    }

    [Fact]
    public async Task A_profile_may_be_a_file_and_columns_that_are_plain_need_none()
    {
        await using var scratch = await On(Provider.Sqlite);
        var profile = scratch.File("profile.json", Profile.ToJson());
        var file = scratch.File("lines.csv", Header + Line("A1", "100"));
        var ran = await scratch.Import(file, "--profile", profile);
        Assert.Equal((ExitCode.Good, ""), (ran.Exit, ran.Error));

        var plain = scratch.File(
            "plain.csv",
            "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n"
                + $"B1,1,import,1400/02/03,{Exporter},842320,CN,7,1\n"
        );
        ran = await scratch.Import(plain);
        Assert.Equal((ExitCode.Good, ""), (ran.Exit, ran.Error));
        Assert.Contains(
            "imports 1400: 1 lines, 1 exporters, 7.00 USD, 1.000 kg",
            ran.Out,
            StringComparison.Ordinal
        );
        Assert.Equal([null, null], (await scratch.Imports()).Select(i => i.ProfileName));
    }

    /// <summary>Day or month first, cents or thousands: one line cannot tell, and a person has to.</summary>
    [Fact]
    public async Task A_guess_that_is_likely_is_taken_only_where_somebody_says_so()
    {
        await using var scratch = await On(Provider.Sqlite);
        var file = scratch.File(
            "doubtful.csv",
            "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n"
                + $"B1,1,export,03/04/2022,{Exporter},842320,CN,7,1\n"
        );
        var refused = await scratch.Import(file);
        Assert.Equal((ExitCode.Unusable, ""), (refused.Exit, refused.Out));
        Assert.Contains(
            "likely, and not certain, for the date",
            refused.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("--accept-doubts", refused.Error, StringComparison.Ordinal);

        var taken = await scratch.Import(file, "--accept-doubts");
        Assert.Equal(ExitCode.Good, taken.Exit);
        Assert.Contains(
            "likely, and not certain, for the date",
            taken.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("1 accepted", taken.Out, StringComparison.Ordinal);
    }

    /// <summary>What was said wrong is told before anything is sent: nothing is left behind in the database.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task What_is_said_wrong_is_told_and_nothing_is_sent(Provider provider)
    {
        await using var scratch = await On(provider);
        var file = scratch.File("lines.csv", Header + Line("A1", "100"));
        var broken = scratch.File("broken.json", "{\"declaration\": 7}");
        foreach (
            var (path, more, told) in new (string, string[], string)[]
            {
                (scratch["none.csv"], [], "none.csv: found no such file, expected a customs file"),
                (scratch.File("empty.csv", ""), [], "empty.csv: found 0 bytes, expected 1 to "),
                ("", [], "FILE: found no name, expected a customs file"),
                (
                    file,
                    ["--profile", "nobody's"],
                    $"--profile: found neither a file nor a saved profile 'nobody's', expected one of: {ProfileName}"
                ),
                (file, ["--profile", broken], $"--profile: {broken}: "),
                (file, ["--profile", ""], "--profile: found no name, expected a profile"),
                (
                    file,
                    ["--profile", ProfileName, "--instead", "7"],
                    "--instead: found it without --commit, expected both or neither"
                ),
                (
                    file,
                    ["--profile", ProfileName, "--commit", "--instead", "7"],
                    "--instead: found no customs file 7 in force for the same province, expected one of: "
                ),
                (
                    file,
                    ["--commit", "--instead", "first"],
                    "--instead: found 'first', expected a whole number from 1 to "
                ),
            }
        )
        {
            var ran = await scratch.Import(path, more);
            Assert.Equal((told, ExitCode.Unusable, ""), (told, ran.Exit, ran.Out));
            Assert.Contains(told, ran.Error, StringComparison.Ordinal);
            Assert.Empty(await scratch.Imports());
        }
    }

    [Fact]
    public async Task A_place_that_is_none_and_a_database_that_is_not_there_are_told()
    {
        await using var scratch = await On(Provider.Sqlite);
        var file = scratch.File("lines.csv", Header + Line("A1", "100"));
        foreach (
            var (database, province, told) in new[]
            {
                (
                    scratch.Connection,
                    "31",
                    "--province: found '31', expected the code of a province"
                ),
                (scratch.Connection, "8", "--province: found '8', expected the code of a province"),
                (scratch["no.db"], "08", "no.db: found no such file, expected a database"),
            }
        )
        {
            var ran = await KarvanProgram.RunHere(
                "import",
                file,
                "--database",
                database,
                "--province",
                province
            );
            Assert.Equal((told, ExitCode.Unusable, ""), (told, ran.Exit, ran.Out));
            Assert.Contains(told, ran.Error, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(scratch["no.db"]));
        Assert.Empty(await scratch.Imports());

        var country = await KarvanProgram.RunHere(
            "import",
            file,
            "--database",
            scratch.Connection,
            "--province",
            "country",
            "--profile",
            ProfileName
        );
        Assert.Equal(ExitCode.Good, country.Exit);
        Assert.Null(Assert.Single(await scratch.Imports()).Province);
    }

    /// <summary>The file is kept, and its page says the rest.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_file_that_cannot_be_used_says_why_and_which_import_it_is(Provider provider)
    {
        await using var scratch = await On(provider);
        var strange = scratch.File("strange.csv", "one,two\n1,2\n");
        var guessed = await scratch.Import(strange, "--commit");
        Assert.Equal((ExitCode.Unusable, ""), (guessed.Exit, guessed.Out));
        Assert.Contains(
            "strange.csv: the columns could not be guessed: ",
            guessed.Error,
            StringComparison.Ordinal
        );
        // What is missing and what to do stands there in words, and no name of the program.
        Assert.Contains(
            "no column says whether a line is export or import; add such a column, or give a profile that says all lines are one",
            guessed.Error,
            StringComparison.Ordinal
        );
        foreach (var name in Enum.GetNames<ProfileProblemKind>())
        {
            Assert.DoesNotContain(name, guessed.Error, StringComparison.Ordinal);
        }
        Assert.Contains("(columns: one, two)", guessed.Error, StringComparison.Ordinal);
        Assert.Contains("the page of customs file 1", guessed.Error, StringComparison.Ordinal);

        var mapped = await scratch.Import(strange, "--profile", ProfileName, "--commit");
        Assert.Equal((ExitCode.Unusable, ""), (mapped.Exit, mapped.Out));
        Assert.Contains("customs file 2: ", mapped.Error, StringComparison.Ordinal);
        Assert.Contains("expected", mapped.Error, StringComparison.Ordinal);

        var damaged = scratch.File("damaged.xlsx", "no zip at all");
        var book = await scratch.Import(damaged, "--commit");
        Assert.Equal((ExitCode.Unusable, ""), (book.Exit, book.Out));
        Assert.Contains("damaged.xlsx", book.Error, StringComparison.Ordinal);
        Assert.Equal(
            [ImportState.Mapping, ImportState.Unusable, ImportState.Mapping],
            (await scratch.Imports()).Select(i => i.State)
        );
    }

    /// <summary>Rejections that cannot be written keep the import out of force: somebody wanted to see them first.</summary>
    [Fact]
    public async Task Rejections_that_cannot_be_written_keep_the_import_out_of_force()
    {
        await using var scratch = await On(Provider.Sqlite);
        var file = scratch.File("lines.csv", Header + Line("A1", "100"));
        var ran = await scratch.Import(
            file,
            "--profile",
            ProfileName,
            "--commit",
            "--rejected",
            scratch["no/folder/rejected.csv"]
        );
        Assert.Equal((ExitCode.Unusable, ""), (ran.Exit, ran.Out));
        Assert.Contains("rejected.csv", ran.Error, StringComparison.Ordinal);
        Assert.Equal(ImportState.Ready, Assert.Single(await scratch.Imports()).State);
    }
}

using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Testing.Databases;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>A database with a saved profile, and customs files to be imported into it as somebody types it.</summary>
internal sealed class ImportScratch : IAsyncDisposable
{
    public const string ProfileName = "گمرک فارس";

    /// <summary>Ids whose check digits hold.</summary>
    public const string Exporter = "10100000006";

    /// <summary>The number of somebody else.</summary>
    public const string Other = "10380284790";

    public const string Header = "no;row;way;day;who;code;land;value;kilos\n";

    /// <summary>Columns of a table that nobody here designed.</summary>
    public static MappingProfile Profile { get; } =
        new()
        {
            File = new(Header: new HeaderPlace(1)),
            Declaration = new([new("no")], LineNumbering.Column, new("row")),
            Flow = new(new("way"), null, []),
            Date = new(new("day")),
            Exporter = new(new("who")),
            HsCode = new(new("code")),
            Country = new("land"),
            Value = new(new("value"), new NumberMarks(), "USD", ColumnReference.None, []),
            Weight = new(new("kilos"), new NumberMarks()),
        };

    private static readonly DatabaseTemplate Template = new(
        async (connection, _) =>
        {
            await using var db = Databases.Open(connection, WriteGate.Any());
            await Databases.Migrate(db);
            db.SeeAs(Actor.System);
            await new SaveProfile(
                db,
                new Changes(db, TimeProvider.System, Reactions.None),
                TimeProvider.System
            ).Run(ProfileName, Profile, "08", replace: false);
        }
    );

    private readonly Scratch scratch = new();
    private readonly TestDatabase database;

    private ImportScratch(TestDatabase database) => this.database = database;

    public static async Task<ImportScratch> On(Provider provider) =>
        new(await Template.CopyAsync(provider));

    public string this[string name] => scratch[name];

    public string Connection => database.ConnectionString;

    public static string Line(string declaration, string value, string day = "1401/02/03") =>
        $"{declaration};1;صادرات;{day};{Exporter};08025100;IQ;{value};2.5\n";

    /// <returns>Its path.</returns>
    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Runs <c>karvan import</c> on the database, for the province 08.</summary>
    public Task<Ran> Import(string file, params string[] more) =>
        KarvanProgram.RunHere([
            "import",
            file,
            "--database",
            Connection,
            "--province",
            "08",
            .. more,
        ]);

    public async Task<List<CustomsImport>> Imports()
    {
        await using var db = Databases.Open(Connection, WriteGate.Any());
        db.SeeAs(Actor.System);
        return await db.CustomsImports.AsNoTracking().OrderBy(i => i.Number).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        scratch.Dispose();
    }
}

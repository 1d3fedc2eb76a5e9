using System.Text.Encodings.Web;
using System.Text.Json;
using Karvan.Platform.Audit;

namespace Karvan.Platform.Backups;

/// <summary>What a backup says of itself before its content.</summary>
/// <param name="Karvan">The version that wrote it.</param>
/// <param name="Provider">Which database it is of; one of <see cref="BackupProviders"/>.</param>
/// <param name="Server">The version of that database.</param>
/// <param name="Migration">The newest one of the schema.</param>
/// <param name="At">When the state was taken; UTC.</param>
/// <param name="Content">What follows the manifest, so that it can be read without Karvan too.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="Sha256">Of the content.</param>
/// <param name="Events">How many the record of changes holds.</param>
/// <param name="Heads">The newest link of every chain at that moment.</param>
/// <param name="Broken">Chains that did not hold already then: a backup of a damaged record says so.</param>
public sealed record BackupManifest(
    string Karvan,
    string Provider,
    string Server,
    string Migration,
    DateTime At,
    string Content,
    long Length,
    string Sha256,
    long Events,
    IReadOnlyList<ChainHead> Heads,
    IReadOnlyList<BrokenChain> Broken
)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // People look at it with head.
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Version { get; } =
        typeof(BackupManifest).Assembly.GetName().Version?.ToString(3) ?? "";

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="JsonException">It is no manifest.</exception>
    internal static BackupManifest Parse(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<BackupManifest>(bytes, Options)
        ?? throw new JsonException("A manifest is null.");
}

/// <summary>How a manifest names the two databases, and what their content is.</summary>
public static class BackupProviders
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
    internal const string SqliteContent = "an SQLite file, gzip";
    internal const string PostgresContent = "an archive of pg_dump --format=custom";

    public static string Of(string connection) =>
        Persistence.Databases.IsPostgres(connection) ? Postgres : Sqlite;
}

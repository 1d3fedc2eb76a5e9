using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;

namespace Karvan.Platform.Events;

/// <summary>Who made a change, as the record of it shows.</summary>
/// <param name="ActingFor">The firm on whose behalf.</param>
public sealed record Author(Guid? PersonId, string Name, Guid? ActingFor)
{
    public static Author Public { get; } = new(null, "public", null);

    public static Author System { get; } = new(null, "system", null);
}

/// <summary>One thing that happened. Appended, never changed; each carries the hash of the one before it in its chain.</summary>
public sealed class AuditEvent
{
    private AuditEvent() { }

    public long Id { get; private set; }

    /// <summary>The chain's <see cref="AuditChain.Key"/>.</summary>
    public string Chain { get; private set; } = "";

    /// <summary>Place in its chain, from 1 without a gap.</summary>
    public long Number { get; private set; }

    /// <summary>UTC, to the millisecond.</summary>
    public DateTime At { get; private set; }

    /// <summary>Past tense: <c>EnterpriseVerified</c>.</summary>
    public string Kind { get; private set; } = "";

    public Guid? AuthorId { get; private set; }
    public string AuthorName { get; private set; } = "";
    public Guid? ActingFor { get; private set; }
    public string SubjectKind { get; private set; } = "";
    public Guid? SubjectId { get; private set; }
    public Guid? EnterpriseId { get; private set; }

    /// <summary>What the use case says of it, and the fields that changed with before and after; JSON.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>The hash of the event before; 64 zeros for the first.</summary>
    public string Previous { get; private set; } = "";

    public string Hash { get; private set; } = "";

    internal static AuditEvent Next(
        AuditChain chain,
        DateTime at,
        string kind,
        Author author,
        Subject subject,
        string content
    )
    {
        var next = new AuditEvent
        {
            Chain = chain.Key,
            Number = chain.Length,
            At = at,
            Kind = kind,
            AuthorId = author.PersonId,
            AuthorName = author.Name,
            ActingFor = author.ActingFor,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            EnterpriseId = subject.EnterpriseId,
            Content = content,
            Previous = chain.Head,
        };
        next.Hash = next.ComputeHash();
        return next;
    }

    /// <summary>SHA-256 over every field but the row's own number, each with its length before it, so that no two events read alike.</summary>
    internal string ComputeHash()
    {
        string?[] fields =
        [
            Previous,
            Chain,
            $"{Number}",
            $"{At:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}",
            Kind,
            AuthorId?.ToString(),
            AuthorName,
            ActingFor?.ToString(),
            SubjectKind,
            SubjectId?.ToString(),
            EnterpriseId?.ToString(),
            Content,
        ];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field ?? "");
            hash.AppendData(Encoding.ASCII.GetBytes($"{(field is null ? -1 : bytes.Length)}:"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The newest link of a chain of events: one chain a body and province, and one a body for the whole country.</summary>
public sealed class AuditChain
{
    public static readonly string Zero = new('0', 64);

    private AuditChain() { }

    public string Key { get; private set; } = "";
    public long Length { get; private set; }
    public string Head { get; private set; } = Zero;

    public static AuditChain Begin(Body body, string? province) =>
        new() { Key = KeyOf(body, province) };

    /// <summary>What access to a chain is decided on.</summary>
    public static Subject SubjectOf(Body body, string? province) =>
        new(nameof(AuditChain), Guid.Empty, body, province);

    /// <summary>Every chain there is: one a body and province, and one a body for the whole country.</summary>
    public static IEnumerable<(Body Body, string? Province)> All =>
        from body in Enum.GetValues<Body>()
        from province in ReferenceTable.Provinces.Rows.Select(p => (string?)p.Id).Append(null)
        select (body, province);

    public static string KeyOf(Body body, string? province) => $"{body}/{province ?? Country}";

    /// <returns>The body and province whose chain it is.</returns>
    /// <exception cref="FormatException">It is the key of no chain.</exception>
    public static (Body Body, string? Province) Parse(string key)
    {
        var parts = key.Split('/');
        return parts.Length == 2 && EnumNames.TryParse<Body>(parts[0], out var body)
            ? (body, parts[1] == Country ? null : parts[1])
            : throw new FormatException($"'{key}' is the key of no chain of events.");
    }

    private const string Country = "IR";
}

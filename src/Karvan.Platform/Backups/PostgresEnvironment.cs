using System.Globalization;
using Npgsql;

namespace Karvan.Platform.Backups;

/// <summary>
/// A connection string as the environment of PostgreSQL's own programs: every user of a machine sees a command line, and
/// only its owner a process's environment.
/// </summary>
internal static class PostgresEnvironment
{
    /// <summary>Settings of somebody's shell that would lead elsewhere than the connection string.</summary>
    private static readonly string[] Foreign =
    [
        "PGHOSTADDR",
        "PGSERVICE",
        "PGSERVICEFILE",
        "PGOPTIONS",
        "PGTARGETSESSIONATTRS",
    ];

    /// <returns>Names with values; null where a name is to be taken away.</returns>
    public static IReadOnlyDictionary<string, string?> Of(string connection)
    {
        var given = new NpgsqlConnectionStringBuilder(connection);
        var (hosts, ports) = Hosts(given);
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PGHOST"] = hosts,
            ["PGPORT"] = ports,
            // Messages that we pass on are in one language.
            ["LC_MESSAGES"] = "C",
        };
        foreach (var name in Foreign)
        {
            environment[name] = null;
        }
        Set(environment, "PGUSER", given.Username);
        Set(environment, "PGDATABASE", given.Database ?? given.Username);
        Set(environment, "PGPASSWORD", given.Password);
        Set(environment, "PGPASSFILE", given.Passfile);
        Set(environment, "PGSSLROOTCERT", given.RootCertificate);
        Set(environment, "PGSSLCERT", given.SslCertificate);
        Set(environment, "PGSSLKEY", given.SslKey);
        if (given.ContainsKey("SSL Mode"))
        {
            environment["PGSSLMODE"] = Mode(given.SslMode);
        }
        return environment;
    }

    private static void Set(Dictionary<string, string?> environment, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            environment[name] = value;
        }
    }

    /// <summary>Several hosts stand in one text, each perhaps with a port; the programs want two lists.</summary>
    private static (string Hosts, string Ports) Hosts(NpgsqlConnectionStringBuilder given)
    {
        var usual = given.Port.ToString(CultureInfo.InvariantCulture);
        var pairs = (given.Host ?? "")
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(host =>
            {
                var colon = host.LastIndexOf(':');
                // Of an IPv6 address only the colon behind its bracket begins a port.
                var port = colon > 0 && (host[colon - 1] is ']' || host.IndexOf(':') == colon);
                return port
                    ? (Host: host[..colon].Trim('[', ']'), Port: host[(colon + 1)..])
                    : (Host: host.Trim('[', ']'), Port: usual);
            })
            .ToList();
        return (
            string.Join(',', pairs.Select(p => p.Host)),
            string.Join(',', pairs.Select(p => p.Port))
        );
    }

    private static string Mode(SslMode mode) =>
        mode switch
        {
            SslMode.Disable => "disable",
            SslMode.Allow => "allow",
            SslMode.Prefer => "prefer",
            SslMode.Require => "require",
            SslMode.VerifyCA => "verify-ca",
            _ => "verify-full",
        };
}

using System.Globalization;
using Karvan.Customs.Uploads;
using Karvan.Platform.Files;
using Karvan.Platform.Jobs;

namespace Karvan.Web.Settings;

/// <summary>What can be set from outside; the table in docs/operations.md names each.</summary>
/// <param name="Database"><c>Karvan__Database</c>: a PostgreSQL connection string, or the path of an SQLite file.</param>
/// <param name="Demo"><c>Karvan__Demo</c>: demo firms on the first start, stand-in accounts, and the outbox on a page.</param>
/// <param name="DemoFirms"><c>Karvan__DemoFirms</c>: how many.</param>
/// <param name="Files"><c>Karvan__LargestFile</c>: how many bytes a file may have.</param>
/// <param name="ClamAv"><c>Karvan__ClamAv</c>: host and port of the daemon that every file passes; null without.</param>
public sealed record KarvanSettings(
    string Database,
    bool Demo,
    int DemoFirms,
    FileLimits Files,
    (string Host, int Port)? ClamAv
)
{
    /// <summary>
    /// <c>Karvan__Address</c>: what links in letters begin with, without a slash behind it. In production it must be set;
    /// elsewhere the address by which a page is asked for stands in.
    /// </summary>
    public string? Address { get; init; }

    /// <summary><c>Karvan__Contact</c>: whom people ask for help, as the page of help says it; null where nobody is named.</summary>
    public string? Contact { get; init; }

    /// <summary><c>Karvan__Proxies</c>: whose word counts about scheme and client.</summary>
    public ProxySettings Proxies { get; init; } = new([]);

    /// <summary>Cookies travel over HTTPS alone, and to this host alone.</summary>
    public bool SealsCookies { get; init; }

    /// <summary>Where the heads of the record go once a day.</summary>
    public WitnessSettings Witnesses { get; init; } = new([], null, null);

    /// <summary>How messages are sent; without it they wait in the outbox.</summary>
    public DeliverySettings Delivery { get; init; } = new(null, null);

    /// <summary><c>Karvan__LargestCustomsFile</c>: how many bytes a customs file may have.</summary>
    public long LargestCustomsFile { get; init; } = CustomsLimits.Usual.Largest;

    /// <summary><c>Karvan__Jobs</c>: whether this process works on jobs.</summary>
    public bool RunsJobs { get; init; } = true;

    /// <summary><c>Karvan__JobLease</c>, in seconds: how long a job of a process that fell silent stays its own.</summary>
    public TimeSpan JobLease { get; init; } = JobSettings.Usual.Lease;

    /// <summary><c>Karvan__MetricsToken</c>: who shows it may read <c>/metrics</c>; without one only the same machine may.</summary>
    public string? MetricsToken { get; init; }

    /// <summary>Where traces and metrics go; null where nowhere.</summary>
    public OtlpSettings? Otlp { get; init; }

    private const string Section = "Karvan";
    private const int UsualDemoFirms = 2000;

    /// <exception cref="InvalidOperationException">
    /// Demo is on outside development: anybody could sign in as anybody. Or the address of the application is missing there: whoever
    /// asks for a page could have letters sent with links to a host of their own.
    /// </exception>
    public static KarvanSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var karvan = configuration.GetSection(Section);
        var demo = karvan.GetValue("Demo", false);
        if (demo && !environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"Karvan__Demo is on in the environment {environment.EnvironmentName}: stand-in accounts let anybody in. "
                    + "Set Karvan__Demo to false, or ASPNETCORE_ENVIRONMENT to Development."
            );
        }
        var proxies = ProxySettings.Read(karvan["Proxies"]);
        var address = Links(karvan["Address"], environment);
        if (environment.IsProduction())
        {
            HoldHttps(address, proxies, configuration);
        }
        return new KarvanSettings(
            karvan["Database"] is { Length: > 0 } database ? database : "karvan.db",
            demo,
            karvan.GetValue("DemoFirms", UsualDemoFirms),
            new FileLimits(karvan.GetValue("LargestFile", FileLimits.Usual.Largest)),
            Daemon(karvan["ClamAv"])
        )
        {
            Address = address,
            Contact = karvan["Contact"] is { Length: > 0 } contact ? contact : null,
            Proxies = proxies,
            SealsCookies = environment.IsProduction(),
            Witnesses = WitnessSettings.Read(karvan),
            Delivery = DeliverySettings.Read(karvan),
            LargestCustomsFile = karvan.GetValue("LargestCustomsFile", CustomsLimits.Usual.Largest),
            RunsJobs = karvan.GetValue("Jobs", true),
            JobLease = TimeSpan.FromSeconds(
                karvan.GetValue("JobLease", (int)JobSettings.Usual.Lease.TotalSeconds)
            ),
            MetricsToken = karvan["MetricsToken"] is { Length: > 0 } token ? token : null,
            Otlp = OtlpSettings.Read(configuration),
        };
    }

    private static string? Links(string? address, IHostEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return environment.IsProduction()
                ? throw new InvalidOperationException(
                    "Karvan__Address is not set; in the environment Production it must be: links in letters begin with it. "
                        + "Set it to the address by which people reach Karvan, such as https://karvan.example.ir."
                )
                : null;
        }
        return
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri is { Query: "", Fragment: "", UserInfo: "" }
            ? address.TrimEnd('/')
            : throw new InvalidOperationException(
                $"Karvan__Address is '{address}'; expected the address by which people reach Karvan, such as https://karvan.example.ir."
            );
    }

    /// <summary>Cookies of production travel over HTTPS alone: without it nobody could sign in, and nothing would say why.</summary>
    private static void HoldHttps(
        string? address,
        ProxySettings proxies,
        IConfiguration configuration
    )
    {
        if (!address!.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"Karvan__Address is '{address}'; in the environment Production people reach Karvan over https."
            );
        }
        var listens = new[]
        {
            configuration["urls"],
            configuration["https_ports"] is { Length: > 0 } ? Uri.UriSchemeHttps : null,
        }
            .Concat(
                configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"])
            )
            .Any(u => u?.Contains(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) is true);
        if (!listens && proxies.Trusted.Count == 0)
        {
            throw new InvalidOperationException(
                $"{ProxySettings.Variable} is not set, and Karvan itself listens on no https address: it would never see that "
                    + "people come over https. Set it to the address of the proxy that ends TLS, such as 127.0.0.1."
            );
        }
    }

    private static (string, int)? Daemon(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }
        var colon = address.LastIndexOf(':');
        return
            colon > 0
            && int.TryParse(
                address[(colon + 1)..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var port
            )
            && port is > 0 and <= ushort.MaxValue
            ? (address[..colon].Trim('[', ']'), port)
            : throw new InvalidOperationException(
                $"Karvan__ClamAv is '{address}'; expected host:port, such as 127.0.0.1:3310."
            );
    }
}

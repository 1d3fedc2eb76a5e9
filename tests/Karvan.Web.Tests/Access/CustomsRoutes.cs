namespace Karvan.Web.Tests.Access;

/// <summary>The routes of customs files and jobs; part of <see cref="RouteTable"/>.</summary>
internal static class CustomsRoutes
{
    public static readonly (string Route, string Path, string[] Allowed)[] Lines =
    [
        ("Customs", "/customs", Customs),
        ("Customs/Index", "/customs/index", Customs),
        ("customs/new", "/customs/new", Importers),
        ("customs/profiles", "/customs/profiles", Customs),
        ("customs/snapshots", "/customs/snapshots", Customs),
        // The demo's import is of the whole country.
        ("customs/{id:guid}", "/customs/{import}", CountryWideOfTrade),
        ("customs/{id:guid}/file", "/customs/{import}/file", CountryWideOfTrade),
        ("customs/{id:guid}/differences", "/customs/{import}/differences", CountryWideOfTrade),
        ("customs/{id:guid}/unknown", "/customs/{import}/unknown", CountryWideOfTrade),
        ("customs/{id:guid}/withdraw", "/customs/{import}/withdraw", ["organization"]),
        // Committed: there is nothing to be mapped or committed any more, and the file is whole.
        ("customs/{id:guid}/map", "/customs/{import}/map", []),
        ("customs/{id:guid}/commit", "/customs/{import}/commit", []),
        ("customs/files/{id:guid}", "/customs/files/{sent}", ["organization"]),
        ("Jobs", "/jobs", JobReaders),
        ("Jobs/Index", "/jobs/index", JobReaders),
        ("jobs/{id:guid}", "/jobs/{job}", ["organization", "auditor", "administrator"]),
    ];

    private static string[] CountryWideOfTrade => ["organization", "secretary", "auditor"];

    private static string[] Customs => ["expert", "trade-expert", .. CountryWideOfTrade];

    private static string[] Importers => ["expert", "trade-expert", "organization"];

    private static string[] JobReaders =>
        ["expert", "trade-expert", "organization", "auditor", "administrator"];
}

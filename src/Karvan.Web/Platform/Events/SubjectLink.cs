namespace Karvan.Web.Platform.Events;

/// <summary>Where the page of a record stands, by the kind its events name.</summary>
internal static class SubjectLink
{
    /// <returns>Null for a kind that has no page.</returns>
    public static string? To(string kind, Guid? id, Guid? enterprise) =>
        kind switch
        {
            _ when id is null => null,
            "Enterprise" => $"/enterprises/{id}",
            "EraCertificate" => $"/enterprises/{enterprise}/era/{id}",
            "Promoter" => $"/promoters/applications/{id}",
            "Consortium" => $"/consortia/{id}",
            "CustomsImport" => $"/customs/{id}",
            "CustomsFile" => $"/customs/files/{id}",
            "CustomsSnapshot" => "/customs/snapshots",
            "Job" => $"/jobs/{id}",
            "CustomsContest" => $"/trade/contests/{id}",
            "CustomsAdjustment" => $"/enterprises/{enterprise}/trade/line?adjustment={id}",
            "LikelyTwin" => $"/enterprises/duplicates/{id}",
            _ => null,
        };
}

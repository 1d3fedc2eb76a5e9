using System.IO.Packaging;

namespace Karvan.Trade.Xlsx;

/// <summary>
/// Where the parts of a workbook are, by the package's relationships. Only those of the package and of the workbook
/// part are read: a sheet's own, such as links to web pages, may be malformed without harm (the SDK's documents, which
/// read them all, refuse such files).
/// </summary>
internal sealed class PackageParts
{
    private readonly PackagePart workbook;

    /// <param name="package">Open as long as this is used.</param>
    /// <param name="name">How messages name the file.</param>
    public PackageParts(Package package, string name)
    {
        var main = package.GetRelationships().FirstOrDefault(r => IsOf(r, "officeDocument"));
        if (main is null)
        {
            throw WorkbookRefusal.Of(
                name,
                "a package without a workbook",
                "an .xlsx workbook",
                "save it as .xlsx in a spreadsheet program"
            );
        }
        workbook = package.GetPart(
            PackUriHelper.ResolvePartUri(new("/", UriKind.Relative), main.TargetUri)
        );
        if (workbook.ContentType.Contains("binary", StringComparison.OrdinalIgnoreCase))
        {
            throw WorkbookRefusal.Of(
                name,
                "a binary workbook (.xlsb)",
                "an .xlsx workbook",
                "open it in a spreadsheet program and save it as .xlsx"
            );
        }
    }

    /// <summary>The path of the workbook's own relationships.</summary>
    public string Relationships =>
        PackUriHelper.GetRelationshipPartUri(workbook.Uri).OriginalString.TrimStart('/');

    public Uri Workbook => workbook.Uri;

    public Uri? SharedStrings => First("sharedStrings");

    public Uri? Styles => First("styles");

    /// <returns>None if there is no such sheet, or it is a sheet of another kind (a chart).</returns>
    public Uri? Worksheet(string id) =>
        workbook.RelationshipExists(id)
        && workbook.GetRelationship(id) is var sheet
        && IsOf(sheet, "worksheet")
            ? Target(sheet)
            : null;

    private Uri? First(string type) =>
        workbook.GetRelationships().FirstOrDefault(r => IsOf(r, type)) is { } found
            ? Target(found)
            : null;

    private static Uri Target(PackageRelationship relationship) =>
        PackUriHelper.ResolvePartUri(relationship.SourceUri, relationship.TargetUri);

    /// <summary>Types begin in one way in transitional files and in another in strict ones, and end alike.</summary>
    private static bool IsOf(PackageRelationship relationship, string type) =>
        relationship.TargetMode is TargetMode.Internal
        && relationship.RelationshipType.EndsWith(
            $"/relationships/{type}",
            StringComparison.Ordinal
        );
}

using Karvan.Customs.Uploads;
using Karvan.Platform.Files;
using Karvan.Web.Platform.Files;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>Customs files: of any kind, and as large as those may be.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesCustomsFilesAttribute : TakesFilesAttribute
{
    private protected override FileTaking Taking(HttpContext http) =>
        (body, name, cancellation) =>
            ReceivedFile.OfAnyKind(
                body,
                name,
                http.RequestServices.GetRequiredService<CustomsLimits>().Largest,
                cancellation
            );
}

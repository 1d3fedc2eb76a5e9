namespace Karvan.Web.Components.Requests;

/// <summary>
/// A page asked for on paper: in the frame of paper, its tables with all rows and columns, and nothing to click. Every page
/// with a table can be asked for so.
/// </summary>
public static class PrintView
{
    private const string Name = "print";
    private const string Asked = "1";

    private static readonly object Lengthwise = new();

    public static bool IsAsked(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Query[Name] == Asked;

    /// <summary>What an address carries that asks for paper.</summary>
    internal static (string Name, string Value) Mark => (Name, Asked);

    /// <summary>The address of the page as it stands on the screen.</summary>
    public static string Screen(HttpRequest request) =>
        request.PathBase.Add(request.Path)
        + QueryString.Create(request.Query.Where(q => q.Key != Name));

    /// <summary>Said by what is too wide for a sheet that stands upright; the frame, which is written last, turns it.</summary>
    public static void Turn(HttpContext context) => context.Items[Lengthwise] = true;

    public static bool IsTurned(HttpContext context) => context.Items.ContainsKey(Lengthwise);
}

namespace Karvan.Web.Components.Requests;

/// <summary>A script that some pages alone need; the others do not load it.</summary>
public enum PageScript
{
    /// <summary>A calendar at fields for days.</summary>
    Dates,

    /// <summary>Files with a form.</summary>
    Uploads,

    /// <summary>Customs files, in pieces.</summary>
    Pieces,

    /// <summary>How far a job is.</summary>
    Live,
}

/// <summary>
/// What a page needs is said by its parts as they are written; its frame, which is written last, loads it.
/// </summary>
public static class PageScripts
{
    private static readonly object Key = new();

    public static void Need(this HttpContext context, PageScript script)
    {
        if (context.Items[Key] is not HashSet<PageScript> needed)
        {
            context.Items[Key] = needed = [];
        }
        needed.Add(script);
    }

    public static bool Needs(this HttpContext context, PageScript script) =>
        context.Items[Key] is HashSet<PageScript> needed && needed.Contains(script);
}

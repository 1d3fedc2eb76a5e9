using Karvan.Trade.Files;

namespace Karvan.Trade.Xlsx;

/// <summary>The one form of all messages about unusable workbooks.</summary>
internal static class WorkbookRefusal
{
    public static UnusableInputException Of(
        string place,
        string found,
        string expected,
        string advice
    ) => new($"{place}: found {found}, expected {expected}; {advice}");
}

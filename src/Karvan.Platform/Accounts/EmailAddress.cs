using System.Net.Mail;

namespace Karvan.Platform.Accounts;

internal static class EmailAddress
{
    private const int Longest = 256;

    /// <summary>One address and nothing else: no name beside it, no second one.</summary>
    public static bool IsWhole(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= Longest } text
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;
}

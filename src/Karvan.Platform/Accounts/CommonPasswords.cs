using System.Collections.Frozen;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Platform.Accounts;

/// <summary>
/// Refuses passwords that are tried first: those of the list of common ones, whatever figures stand around them; one sign
/// over and over, rows of the keyboard and of numbers; and what holds the person's own name or address.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<Person>
{
    private const string ListName = "Karvan.Platform.Accounts.common-passwords.txt";
    private const int ShortestName = 4;

    /// <summary>Longer than anybody types; hashing it would only take time.</summary>
    private const int Longest = 128;

    /// <summary>Fewer different signs than this are a pattern.</summary>
    private const int FewSigns = 4;

    private static readonly string[] Rows =
    [
        "01234567890123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm",
        "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو",
    ];

    private static readonly FrozenSet<string> Known = Read();

    public Task<IdentityResult> ValidateAsync(
        UserManager<Person> manager,
        Person user,
        string? password
    ) =>
        Task.FromResult(
            password is null
            || password.Length > Longest
            || IsCommon(password)
            || HoldsName(password, user)
                ? IdentityResult.Failed(new IdentityError { Code = nameof(CommonPasswords) })
                : IdentityResult.Success
        );

    internal static bool IsCommon(string password)
    {
        var plain = Plain(password);
        var core = plain.Trim([.. "0123456789!@#$%^&*()_-+=.,?/ "]);
        return plain.Distinct().Count() < FewSigns
            || (core.Length > 0 && core.Distinct().Count() < FewSigns)
            || Known.Contains(plain)
            || Known.Contains(core)
            || Rows.Any(row => IsPartOf(plain, row) || (core.Length > 0 && IsPartOf(core, row)));
    }

    private static bool HoldsName(string password, Person person)
    {
        var plain = Plain(password);
        return Plain(person.FullName)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Append(Plain(person.Email ?? "").Split('@')[0])
            .Any(n => n.Length >= ShortestName && plain.Contains(n, StringComparison.Ordinal));
    }

    /// <summary>A stretch of the row, forwards or backwards.</summary>
    private static bool IsPartOf(string text, string row) =>
        text.Length >= ShortestName
        && (
            row.Contains(text, StringComparison.Ordinal)
            || row.Contains(string.Concat(text.Reverse()), StringComparison.Ordinal)
        );

    private static string Plain(string text) =>
        PersianText.LatinDigits(text).ToLowerInvariant().Trim();

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(ListName)!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => !l.StartsWith('#'))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}

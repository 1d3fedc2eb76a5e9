using System.Reflection;
using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Registry.Firms;

/// <summary>
/// A key that two registrations of one firm are likely to share: its name, two words of it within the province, a telephone, an
/// e-mail address. Kept beside the firm and indexed, so that a twin is looked up and never searched for.
/// </summary>
[NotRecorded]
public sealed class EnterpriseTrace
{
    private EnterpriseTrace() { }

    internal EnterpriseTrace(Guid enterprise, string key) =>
        (EnterpriseId, Key) = (enterprise, key);

    public Guid EnterpriseId { get; private set; }

    /// <summary>A letter for what it is of, a colon, and the rest in one spelling.</summary>
    public string Key { get; private set; } = "";
}

/// <summary>What the traces of a firm are.</summary>
public static class Traces
{
    internal const string Name = "n:";
    internal const string Words = "w:";
    internal const string Phone = "p:";
    internal const string Email = "e:";

    /// <summary>Longer names are compared by their first words.</summary>
    private const int MostWords = 8;
    private const int FewestPhoneDigits = 7;
    private const int MostPhoneDigits = 10;

    private static readonly HashSet<string> Common = ReadCommon();

    /// <summary>The words of a name that tell firms apart, in one spelling.</summary>
    public static IReadOnlyList<string> WordsOf(string? name) =>
        [.. PersianText.Words(name).Where(w => !Common.Contains(w))];

    public static IEnumerable<string> Of(Enterprise firm) =>
        Names(firm)
            .Concat(Pairs(WordsOf(firm.NameFa)).Select(p => $"{Words}{firm.Province}:{p}"))
            .Concat(firm.Contacts.Select(c => PhoneKey(c.Phone)).OfType<string>())
            .Concat(
                firm.Contacts.Where(c => !string.IsNullOrWhiteSpace(c.Email))
                    .Select(c => Email + c.Email!.Trim().ToLowerInvariant())
            )
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Names(Enterprise firm) =>
        new[] { firm.NameFa, firm.NameEn }
            .Select(n => string.Concat(WordsOf(n)))
            .Where(n => n.Length > 0)
            .Select(n => Name + n);

    private static IEnumerable<string> Pairs(IReadOnlyList<string> words)
    {
        var few = words
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords)
            .Order(StringComparer.Ordinal)
            .ToList();
        return few.SelectMany((a, i) => few.Skip(i + 1).Select(b => $"{a} {b}"));
    }

    /// <summary>Without the country's prefix and the leading zero, so that +98 21… and 021… are one.</summary>
    private static string? PhoneKey(string? typed)
    {
        var digits = string.Concat(PersianText.LatinDigits(typed ?? "").Where(char.IsAsciiDigit))
            .TrimStart('0');
        return digits.Length < FewestPhoneDigits
            ? null
            : Phone + digits[Math.Max(0, digits.Length - MostPhoneDigits)..];
    }

    private static HashSet<string> ReadCommon()
    {
        const string File = "common-name-words.csv";
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(File)
            ?? throw new InvalidOperationException(
                $"The table {File} is missing from the assembly."
            );
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .ToHashSet(StringComparer.Ordinal);
    }
}

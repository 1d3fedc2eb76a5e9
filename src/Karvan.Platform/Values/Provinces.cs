using Karvan.Rules.Reference;

namespace Karvan.Platform.Values;

/// <summary>A set of provinces by their codes, or the whole country.</summary>
public sealed class Provinces : IEquatable<Provinces>
{
    private const string Everywhere = "*";
    private const char Separator = ',';

    private readonly string[] codes;

    private Provinces(bool all, string[] codes) => (All, this.codes) = (all, codes);

    public static Provinces Country { get; } = new(true, []);

    public static Provinces None { get; } = new(false, []);

    public bool All { get; }

    /// <summary>In rising order; empty for the whole country.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <exception cref="ArgumentException">A code is no province.</exception>
    public static Provinces Of(params IEnumerable<string> codes)
    {
        var known = codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var stranger = known.FirstOrDefault(c => !ReferenceTable.Provinces.Contains(c));
        return stranger is null
            ? new Provinces(false, known)
            : throw new ArgumentException($"'{stranger}' is no province.", nameof(codes));
    }

    public bool Contains(string code) =>
        All || Array.BinarySearch(codes, code, StringComparer.Ordinal) >= 0;

    public Provinces With(Provinces other) =>
        All || other.All ? Country : Of([.. codes, .. other.codes]);

    /// <summary>As it is stored: codes with commas between them, or a star.</summary>
    public string Text => All ? Everywhere : string.Join(Separator, codes);

    public static Provinces Parse(string text) =>
        text == Everywhere
            ? Country
            : Of(text.Split(Separator, StringSplitOptions.RemoveEmptyEntries));

    public bool Equals(Provinces? other) => other is not null && other.Text == Text;

    public override bool Equals(object? obj) => Equals(obj as Provinces);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;
}

using Xunit;

namespace Karvan.Texts.Tests;

public sealed class TextBookTests
{
    [Theory]
    [InlineData("a.b: {fa: سلام}", "expected {fa")]
    [InlineData("a.b: {fa: سلام, en: \"\"}", "“en” is missing")]
    [InlineData("a.b: {fa: \"{n} تا\", en: \"{m} of them\"}", "the same placeholders")]
    [InlineData("a.b: {fa: \"{0} تا\", en: \"{0} of {1}\"}", "the same placeholders")]
    [InlineData("a.b: {fa: یک, en: one}\na.c: {fa: دو, en: two, de: zwei}", "line 2, a.c")]
    public void A_broken_file_is_refused(string yaml, string message)
    {
        var refused = Assert.Throws<FormatException>(() => Read(yaml));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_stands_in_one_file_alone()
    {
        var entries = Read("a.b: {fa: یک, en: one}");
        using var other = new StringReader("a.b: {fa: دو, en: two}");
        var refused = Assert.Throws<FormatException>(() =>
            TextBook.Read("other.yaml", other, entries)
        );
        Assert.Contains("is taken", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spaces_of_a_separator_stay()
    {
        var and = Read("list.and: {fa: \"، \", en: \", \"}")["list.and"];
        Assert.Equal("، ", and.In(Language.Persian).Fill(Language.Persian, [], Shown).Plain);
        Assert.Equal(", ", and.In(Language.English).Fill(Language.English, [], Shown).Plain);
    }

    [Fact]
    public void An_assembly_without_texts_is_noticed() =>
        Assert.Throws<FormatException>(() =>
            TextBook.Load(typeof(TextBookTests).Assembly, "Words/")
        );

    private static Dictionary<string, TextEntry> Read(string yaml)
    {
        var entries = new Dictionary<string, TextEntry>(StringComparer.Ordinal);
        using var text = new StringReader(yaml);
        TextBook.Read("x.yaml", text, entries);
        return entries;
    }

    private static Phrase Shown(object? value) => Phrase.Straight($"{value}");
}

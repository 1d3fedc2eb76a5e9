using Karvan.Cli.Commands;
using Karvan.Customs.Records;
using Karvan.Trade.Mapping.Checking;
using Karvan.Trade.Mapping.Profiles;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>Everything that <c>karvan import</c> may have to say of a file has words of its own, without a name of the program.</summary>
public sealed class ImportWordsTests
{
    [Fact]
    public void Every_problem_is_said_in_words() =>
        Assert.All(
            Enum.GetValues<ProfileProblemKind>()
                .SelectMany(k =>
                    Enum.GetValues<Target>().Select(t => new ProfileProblem(k, t, "IRR"))
                ),
            p =>
            {
                var said = ImportWords.Of(p);
                Assert.DoesNotContain($"{p.Kind}", said, StringComparison.Ordinal);
                Assert.Contains(
                    p.Kind is ProfileProblemKind.NoSource ? ImportWords.Of(p.Target) : "IRR",
                    said,
                    StringComparison.Ordinal
                );
            }
        );

    [Fact]
    public void Every_target_and_every_refusal_has_words_of_its_own()
    {
        AssertApart(Enum.GetValues<Target>().Select(ImportWords.Of));
        AssertApart(Enum.GetValues<ImportRefusal>().Select(ImportWords.Of));
    }

    private static void AssertApart(IEnumerable<string> words)
    {
        var all = words.ToList();
        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
    }
}

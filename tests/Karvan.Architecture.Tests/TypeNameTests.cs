using Xunit;

namespace Karvan.Architecture.Tests;

/// <summary>A type name exists once in all of <c>src</c>, so that a name in a talk or a search means one thing.</summary>
public sealed class TypeNameTests
{
    [Fact]
    public void A_type_name_exists_once() => Assert.Empty(TypeNames.Repeated(Sources()));

    [Theory]
    [InlineData("public sealed class Scope;", "internal record struct Scope(int A);", true)]
    [InlineData("public enum Kind\n{", "public static class Kind\n{", true)]
    [InlineData(
        "class A\n{\n    public sealed class Row;",
        "class B\n{\n    internal class Row;",
        true
    )]
    [InlineData("class A\n{\n    private sealed class Row;", "class B\n{\n    class Row;", false)]
    [InlineData("public partial class Tables;", "public partial class Tables;", false)]
    [InlineData("// class Old", "public class Old;", false)]
    [InlineData("delegate Task<Pair<A, B>> Taking(int x);", "public enum B;", false)]
    [InlineData("delegate Task<Pair<A, B>> Taking(int x);", "class Taking;", true)]
    public void A_name_of_two_types_is_noticed(string one, string other, bool noticed) =>
        Assert.Equal(
            noticed,
            TypeNames.Repeated([("src/X/One.cs", one), ("src/X/Other.cs", other)]).Any()
        );

    private static IEnumerable<(string Path, string Text)> Sources() =>
        SourceFiles.Under("src").Select(path => (path, SourceFiles.Text(path)));
}

using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Karvan.Testing.Databases;

/// <summary>
/// Runs a theory on every provider, which is its first argument; values given here follow it. Several of these on one
/// theory are several cases, each on every provider.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothDatabasesAttribute(params object?[]? values) : DataAttribute
{
    // A lone null is passed as the array itself, as with InlineData.
    private readonly object?[] values = values ?? [null];

    public IReadOnlyList<object?> Values => values;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            .. Enum.GetValues<Provider>().Select(Row),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;

    // The trait picks one of them by hand: -trait Provider=Sqlite.
    private TheoryDataRow Row(Provider provider) =>
        new([provider, .. values])
        {
            Traits = new(StringComparer.OrdinalIgnoreCase) { ["Provider"] = [provider.ToString()] },
        };
}

using System.Data.Common;

namespace Karvan.Testing.Databases;

/// <summary>A database of one test, fresh from its template and gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ProviderTemplate template;
    private readonly string name;

    internal TestDatabase(ProviderTemplate template, string name)
    {
        this.template = template;
        this.name = name;
        ConnectionString = template.ConnectionString(name);
    }

    public Provider Provider => template.Provider;

    public string ConnectionString { get; }

    /// <summary>A connection past all layers, for looking at what they left.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        var connection = template.Connection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync() => await template.DropAsync(name);
}

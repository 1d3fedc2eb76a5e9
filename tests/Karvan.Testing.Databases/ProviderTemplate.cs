using System.Data.Common;

namespace Karvan.Testing.Databases;

/// <summary>The template on one provider, made when the first test asks for a copy.</summary>
internal abstract class ProviderTemplate(Func<string, Task> migrate)
{
    private static int names;
    private readonly Lock starting = new();
    private Task<string>? made;

    public abstract Provider Provider { get; }

    public abstract string ConnectionString(string name);

    public abstract DbConnection Connection(string connectionString);

    public async Task<TestDatabase> CopyAsync()
    {
        var template = await MadeAsync();
        var name = NextName("copy");
        await CopyAsync(template, name);
        return new(this, name);
    }

    public abstract Task DropAsync(string name);

    protected abstract Task CreateAsync(string name);

    protected abstract Task CopyAsync(string template, string name);

    /// <summary>Lets go of every connection to a template, which no copy could be taken from otherwise.</summary>
    protected abstract Task CloseAsync(string template);

    // A template that fails fails once, and every test tells why.
    private Task<string> MadeAsync()
    {
        lock (starting)
        {
            return made ??= Task.Run(MakeAsync);
        }
    }

    private async Task<string> MakeAsync()
    {
        var name = NextName("template");
        await CreateAsync(name);
        await migrate(ConnectionString(name));
        await CloseAsync(name);
        return name;
    }

    private static string NextName(string kind) => $"{kind}_{Interlocked.Increment(ref names)}";
}

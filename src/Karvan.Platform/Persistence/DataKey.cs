using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using Karvan.Platform.Events;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Platform.Persistence;

/// <summary>A key with which cookies and links are sealed, as the framework writes it.</summary>
[NotRecorded]
public sealed class DataKey
{
    private DataKey() { }

    public string Name { get; private set; } = "";
    public string Xml { get; private set; } = "";
}

/// <summary>Keeps these keys in the database, so that any number of web nodes take each other's cookies and links.</summary>
[SuppressMessage(
    "Usage",
    "MA0045",
    Justification = "The framework asks for its keys without waiting."
)]
public sealed class DataKeyStore(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        return
        [
            .. db
                .DataKeys.AsNoTracking()
                .Select(k => k.Xml)
                .ToList()
                .Select(x => XElement.Parse(x)),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        db.Database.ExecuteSql(
            $"""INSERT INTO "DataKeys" ("Name", "Xml") VALUES ({friendlyName}, {xml})"""
        );
    }
}

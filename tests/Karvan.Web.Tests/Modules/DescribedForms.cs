using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Karvan.Web.Tests.Modules;

/// <summary>Forms as MVC checks them, and columns as the database has them, without a site or a database.</summary>
internal static class DescribedForms
{
    public static IModelMetadataProvider Metadata { get; } =
        new ServiceCollection()
            .AddLogging()
            .AddMvcCore()
            .AddDataAnnotations()
            .Services.AddSingleton<IConfigureOptions<MvcOptions>, DescribedFields>()
            .AddSingleton<IConfigureOptions<MvcOptions>, FieldMessages>()
            .BuildServiceProvider()
            .GetRequiredService<IModelMetadataProvider>();

    public static IModel Columns { get; } = ReadModel();

    /// <summary>Columns of text that take any length, without those that Identity keeps for itself.</summary>
    public static IEnumerable<string> Endless =>
        Columns
            .GetEntityTypes()
            .SelectMany(e => e.GetProperties())
            .Where(p =>
                p.PropertyInfo?.DeclaringType?.Namespace?.StartsWith(
                    "Microsoft.AspNetCore.Identity",
                    StringComparison.Ordinal
                ) != true
            )
            .Where(p => Stored(p) == typeof(string) && p.GetMaxLength() is null)
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}");

    /// <summary>The longest text that a form takes; null for any.</summary>
    public static int? LongestOf(ModelMetadata property) =>
        property
            .ValidatorMetadata.OfType<StringLengthAttribute>()
            .Select(a => (int?)a.MaximumLength)
            .Min();

    /// <summary>Fields of a form whose limit is another than that of the column that keeps them.</summary>
    public static IEnumerable<string> Unlike(Type form) =>
        from property in Metadata.GetMetadataForType(form).Properties
        where property.ModelType == typeof(string)
        let kept = Keeper(form, form.GetProperty(property.Name!)!)
        where kept is not null
        let field = DescribedFields.Of(property)
        where !field.Kind.IsListed() && field.ValueType == typeof(string)
        let column = Columns.FindEntityType(kept)?.FindProperty(field.Name)?.GetMaxLength()
        where column is null || LongestOf(property) != column
        select $"{form.Name}.{property.Name}: {LongestOf(property)}, {kept.Name}.{field.Name}: {column}";

    /// <summary>The record that keeps what is typed; null where nothing says so.</summary>
    private static Type? Keeper(Type form, PropertyInfo property) =>
        // What an interface of pages describes is kept by none of them.
        property.GetCustomAttribute<KeptInAttribute>()
            is { Record.IsInterface: false } one
            ? one.Record
        : form.GetCustomAttribute<KeptInAttribute>() is { } all
        && FieldDescription.Find(all.Record, property.Name) is not null
            ? all.Record
        : null;

    private static IModel ReadModel()
    {
        using var db = Databases.Open("Data Source=:memory:", WriteGate.Any());
        return db.Model;
    }

    /// <summary>What the database is given: enumerations and lists are kept as text.</summary>
    private static Type Stored(IProperty property) =>
        property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
}

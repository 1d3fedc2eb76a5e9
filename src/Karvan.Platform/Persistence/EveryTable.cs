using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Karvan.Platform.Persistence;

/// <summary>What holds of every table.</summary>
internal static class EveryTable
{
    /// <summary>Keys by which texts are put in Persian order; compared byte by byte.</summary>
    private const string SortKey = "SortKey";

    public static void Map(ModelBuilder builder, string? provider)
    {
        var utc = new ValueConverter<DateTime, DateTime>(
            at => at,
            at => DateTime.SpecifyKind(at, DateTimeKind.Utc)
        );
        foreach (
            var property in builder
                .Model.GetEntityTypes()
                .SelectMany(e => e.GetProperties())
                .ToList()
        )
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type == typeof(DateTime))
            {
                property.SetValueConverter(utc);
            }
            else if (type.IsEnum)
            {
                property.SetProviderClrType(typeof(string));
                property.SetMaxLength(Lengths.Code);
            }
            // Our own ids are made here, in order of time, and not by the database.
            if (property.IsPrimaryKey() && type == typeof(Guid))
            {
                property.ValueGenerated = Microsoft
                    .EntityFrameworkCore
                    .Metadata
                    .ValueGenerated
                    .Never;
            }
            if (
                property.Name == SortKey
                && provider?.Contains("Npgsql", StringComparison.Ordinal) == true
            )
            {
                property.SetCollation("C");
            }
        }
    }
}

using System.Reflection;
using Karvan.Platform.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Platform.Persistence;

/// <summary>What holds of every table.</summary>
internal static class EveryTable
{
    /// <summary>Said before the model is made: what is put right afterwards was worked out twice by then, at every start.</summary>
    public static void Types(ModelConfigurationBuilder types)
    {
        types.Properties<Enum>().HaveConversion<string>().HaveMaxLength(Lengths.Code);
        types.Properties<DateTime>().HaveConversion<UtcTime>();
        types.Conventions.Add(services => new FieldLimits(
            services.GetRequiredService<ProviderConventionSetBuilderDependencies>()
        ));
    }

    public static void Map(ModelBuilder builder, string? provider)
    {
        var postgres = provider?.Contains("Npgsql", StringComparison.Ordinal) == true;
        foreach (
            var property in builder
                .Model.GetEntityTypes()
                .SelectMany(e => e.GetProperties())
                .ToList()
        )
        {
            // Our own ids are made here, in order of time, and not by the database.
            if (property.IsPrimaryKey() && property.ClrType == typeof(Guid))
            {
                property.ValueGenerated = Microsoft
                    .EntityFrameworkCore
                    .Metadata
                    .ValueGenerated
                    .Never;
            }
            if (postgres && SortKeys.Of(property.DeclaringType.ClrType)?.Key == property.Name)
            {
                // Byte by byte, as SQLite compares everything.
                property.SetCollation("C");
            }
        }
    }

    /// <summary>A form and its column cannot differ: both ask the field.</summary>
    private sealed class FieldLimits(ProviderConventionSetBuilderDependencies dependencies)
        : PropertyAttributeConventionBase<FieldAttribute>(dependencies)
    {
        protected override void ProcessPropertyAdded(
            IConventionPropertyBuilder propertyBuilder,
            FieldAttribute attribute,
            MemberInfo clrMember,
            IConventionContext context
        )
        {
            if (attribute.Limit is { } limit)
            {
                propertyBuilder.HasMaxLength(limit, fromDataAnnotation: true);
            }
        }
    }

    /// <summary>Moments are kept in universal time, and come back as such.</summary>
    private sealed class UtcTime()
        : ValueConverter<DateTime, DateTime>(
            at => at,
            at => DateTime.SpecifyKind(at, DateTimeKind.Utc)
        );
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Karvan.Migrations;

/// <summary>
/// Names that were kept as they were typed get the letters of the Persian keyboard, and keys of the former order are emptied:
/// the program makes them anew when it has migrated. What somebody said (remarks, reasons, papers) stays as it was said.
/// </summary>
internal static class NamesPutRight
{
    private static readonly (string Table, string[] Columns)[] Names =
    [
        ("Consortia", ["NameFa", "NameEn", "ProductLine"]),
        ("CountryAlias", ["Name"]),
        ("EnterpriseContact", ["Name", "Position"]),
        ("EnterpriseOrigin", ["Name"]),
        ("Enterprises", ["NameFa", "NameEn", "IndustrialEstate", "Address", "Sector"]),
        ("Holiday", ["NameFa", "NameEn"]),
        ("Letterheads", ["AboveFa", "NameFa", "AddressFa", "SignatoriesFa"]),
        ("Mission", ["City"]),
        ("People", ["FullName"]),
        ("ProductGroup", ["NameFa", "NameEn"]),
        ("ProductLine", ["Name"]),
        ("PromoterCourse", ["Title", "Provider"]),
        ("PromoterField", ["Words"]),
        ("Promoters", ["NameFa", "NameEn"]),
    ];

    public static void Run(MigrationBuilder migration)
    {
        foreach (var (table, column) in Names.SelectMany(n => n.Columns.Select(c => (n.Table, c))))
        {
            migration.Sql(
                $"""UPDATE "{table}" SET "{column}" = {Spelled($"\"{column}\"")} WHERE {IsOther($"\"{column}\"")};"""
            );
        }
        // Names of mappings are unique: of two that differ in these letters alone neither is changed.
        migration.Sql(
            $"""
            UPDATE "CustomsProfiles" SET "Name" = {Spelled("\"Name\"")}
            WHERE {IsOther("\"Name\"")} AND NOT EXISTS (
              SELECT 1 FROM "CustomsProfiles" o
              WHERE o."Id" <> "CustomsProfiles"."Id" AND {Spelled("o.\"Name\"")} = {Spelled("\"CustomsProfiles\".\"Name\"")});
            """
        );
        foreach (var table in (IEnumerable<string>)["Consortia", "Enterprises", "People", "Promoters"])
        {
            migration.Sql($"""UPDATE "{table}" SET "SortKey" = '';""");
        }
    }

    private static string Spelled(string column) =>
        $"REPLACE(REPLACE({column}, 'ي', 'ی'), 'ك', 'ک')";

    private static string IsOther(string column) =>
        $"({column} LIKE '%ي%' OR {column} LIKE '%ك%')";
}

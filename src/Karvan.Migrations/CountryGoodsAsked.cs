using System;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Karvan.Migrations;

/// <summary>
/// Sums of provinces that were made before countries and goods were kept together are asked for again: a job makes them when
/// the program has started. Nobody has to change anything of a province first.
/// </summary>
internal static class CountryGoodsAsked
{
    public static void Run(MigrationBuilder migration)
    {
        var sqlite = migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal);
        // As the context writes them: it orders jobs by their day and finds them by their id.
        var (id, now) = sqlite
            ? (
                """
                upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12))
                """,
                "strftime('%Y-%m-%d %H:%M:%f', 'now')"
            )
            : ("gen_random_uuid()", "now()");
        var none = sqlite ? "0" : "false";
        // At once, whatever the clock of the process that looks.
        var since = sqlite ? "'2000-01-01 00:00:00'" : "TIMESTAMPTZ '2000-01-01 00:00:00+00'";
        migration.Sql(
            """
            UPDATE "TradeSumStates" SET "Asked" = "Asked" + 1
            WHERE EXISTS (
                SELECT 1 FROM "TradeSums" s
                WHERE s."Province" = "TradeSumStates"."Province" AND s."Generation" = "TradeSumStates"."Generation")
            AND NOT EXISTS (
                SELECT 1 FROM "TradeSums" s
                WHERE s."Province" = "TradeSumStates"."Province" AND s."Generation" = "TradeSumStates"."Generation"
                AND s."Kind" = 'CountryGoods');
            """
        );
        migration.Sql(
            $"""
            INSERT INTO "Jobs" ("Id", "Kind", "IsHeavy", "State", "Body", "Province", "Argument", "AskedBy", "AskedAt", "RunAfter",
                "Fence", "Tries", "Done", "Total", "CancelAsked")
            SELECT {id.Trim()}, 'sum-trade', {none}, 'Waiting', 'Shared', t."Province", t."Province", 'system', {now}, {since},
                0, 0, 0, 0, {none}
            FROM (SELECT "Province"{(sqlite ? ", hex(randomblob(16)) AS h" : "")} FROM "TradeSumStates" WHERE "Made" < "Asked") t
            WHERE NOT EXISTS (
                SELECT 1 FROM "Jobs" j
                WHERE j."Kind" = 'sum-trade' AND j."State" = 'Waiting' AND j."Argument" = t."Province");
            """
        );
    }
}

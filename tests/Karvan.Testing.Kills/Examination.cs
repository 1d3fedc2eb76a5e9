using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Audit;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Testing.Kills;

/// <summary>Holds the database against what was acknowledged, while nobody writes to it but jobs.</summary>
internal sealed class Examination(string database, Acknowledged acknowledged, string province)
{
    private const int FirmsLookedAt = 5;

    private readonly List<string> faults = [];
    private readonly HashSet<Guid> counted = [];
    private int turn;

    public IReadOnlyList<string> Faults => faults;

    public void Note(string fault) => faults.Add(fault);

    /// <param name="thorough">Every firm and every file, as at the end; else some in turn.</param>
    public async Task Run(string when, bool thorough)
    {
        var before = faults.Count;
        await using var inside = new Inside(database);
        await Whole(inside);
        await Saves(inside);
        await Uploads(inside);
        await Imports(inside, thorough);
        for (var i = before; i < faults.Count; i++)
        {
            faults[i] = $"{when}: {faults[i]}";
        }
    }

    private async Task Whole(Inside inside)
    {
        if (Inside.IsSqlite(database))
        {
            Expect(
                "PRAGMA integrity_check",
                "ok",
                await inside.Ask(db => Word(db, "PRAGMA integrity_check"))
            );
            Expect(
                "PRAGMA foreign_key_check",
                "",
                await inside.Ask(db => Word(db, "PRAGMA foreign_key_check"))
            );
        }
        var verdict = await inside.Ask(db => new AuditVerification(db).Run());
        faults.AddRange(verdict.Broken.Select(b => $"{b}"));
    }

    private async Task Saves(Inside inside)
    {
        foreach (var (firm, saved) in acknowledged.Saves.Where(s => s.Value.Kept > 0))
        {
            var stands = await inside.Ask(db =>
                db.Enterprises.Where(e => e.Id == firm).Select(e => e.Employees).SingleAsync()
            );
            if (stands is not { } number || number < saved.Kept || number > saved.Asked)
            {
                faults.Add(
                    $"firm {firm}: found {stands} employees; {saved.Kept} was acknowledged and {saved.Asked} asked for"
                );
            }
        }
    }

    private async Task Uploads(Inside inside)
    {
        var files = await inside.Ask(db => db.CustomsFiles.ToDictionaryAsync(f => f.Id));
        var parts = await inside.Ask(db =>
            db.Set<CustomsFilePart>()
                .GroupBy(p => p.FileId)
                .Select(g => new
                {
                    g.Key,
                    Count = g.Count(),
                    Last = g.Max(p => p.Number),
                    Bytes = g.Sum(p => (long)p.Length),
                })
                .ToDictionaryAsync(p => p.Key)
        );
        foreach (var (id, upload) in acknowledged.Uploads)
        {
            if (!files.TryGetValue(id, out var file))
            {
                faults.Add($"{upload.File.Name}: the acknowledged file {id} is gone");
                continue;
            }
            var here = parts.GetValueOrDefault(id);
            if (file.Received < upload.Received)
            {
                faults.Add(
                    $"{file.Name}: {upload.Received} bytes were acknowledged, {file.Received} are there"
                );
            }
            // Two looks: a process that is alive may have been faster than the second one, never behind the first.
            if (
                (here?.Bytes ?? 0) < file.Received
                || here is not null && here.Last + 1 != here.Count
            )
            {
                faults.Add(
                    $"{file.Name}: {file.Received} bytes are there, its parts hold {here?.Bytes} in {here?.Count}, the last is {here?.Last}"
                );
            }
        }
    }

    private async Task Imports(Inside inside, bool thorough)
    {
        var uploads = acknowledged
            .Uploads.Values.Where(u => u.Import is not null)
            .ToDictionary(u => u.Import!.Value);
        List<CustomsImport> imports;
        List<CustomsImport> after;
        List<string> seen;
        do
        {
            imports = await Look(inside);
            var inForce = imports
                .Where(i => i.State is ImportState.Committed && uploads.ContainsKey(i.Id))
                .Select(i => uploads[i.Id].File)
                .ToList();
            seen = await Cells(inside, inForce, thorough);
            after = await Look(inside);
            // Of a killed process a commit may still arrive at a server between the two looks.
        } while (
            InForce(imports).Except(InForce(after)).Any()
            || InForce(after).Count != InForce(imports).Count
        );
        faults.AddRange(seen);
        foreach (var (id, upload) in uploads)
        {
            var import = imports.Find(i => i.Id == id);
            if (import?.State is ImportState.Committed && !upload.CommitAsked)
            {
                faults.Add($"{upload.File.Name}: in force, and nobody asked for it");
            }
            if (upload.Committed && import?.State is not ImportState.Committed)
            {
                faults.Add(
                    $"{upload.File.Name}: acknowledged to be in force, and is {import?.State.ToString() ?? "gone"}"
                );
            }
            if (
                import?.State is ImportState.Ready or ImportState.Committed
                && (thorough || counted.Add(id))
            )
            {
                await Rows(inside, import, upload.File);
            }
        }
    }

    private static List<Guid> InForce(List<CustomsImport> imports) =>
        [.. imports.Where(i => i.State is ImportState.Committed).Select(i => i.Id)];

    private static Task<List<CustomsImport>> Look(Inside inside) =>
        inside.Ask(db => db.CustomsImports.AsNoTracking().ToListAsync());

    /// <summary>What firms are shown must be what the files in force come to, as added up from what was written into them.</summary>
    private async Task<List<string>> Cells(Inside inside, List<SentFile> files, bool thorough)
    {
        var found = new List<string>();
        var firms = await inside.Ask(db => Firms.Of(db, province));
        var looked = thorough
            ? firms
            : [.. Enumerable.Range(turn, FirmsLookedAt).Select(n => firms[n % firms.Count])];
        turn += FirmsLookedAt;
        foreach (var (firm, number) in looked)
        {
            var expected = Sums.Of(files, number);
            var cells = await inside.Ask<FirmTrade, IReadOnlyList<Karvan.Trade.Ledger.TradeCell>>(
                trade => trade.Cells(firm)
            );
            var shown = cells
                .Where(c => SentFile.IsYearOfFiles(c.SolarYear))
                .ToDictionary(
                    c => new Cell(c.Import, c.SolarYear, c.Country, c.Hs6),
                    c => new Sum(c.Lines, c.ValueCents, c.WeightGrams)
                );
            if (Sums.Difference(expected, shown) is { } difference)
            {
                found.Add($"trade of {number} over {files.Count} files: {difference}");
            }
        }
        return found;
    }

    /// <summary>What was read of a file is there once, and whole.</summary>
    private async Task Rows(Inside inside, CustomsImport import, SentFile file)
    {
        Expect(
            $"{file.Name}, lines that count and that repeat others",
            (file.Distinct, file.Repeated, 0L),
            (import.Accepted, import.Duplicates, import.Rejected)
        );
        var lines = await inside.Ask(db =>
            db.Set<CustomsBlock>().Where(b => b.ImportId == import.Id).SumAsync(b => (long)b.Lines)
        );
        Expect($"{file.Name}, lines in its blocks", file.Distinct, lines);
        var years = await inside.Ask(db =>
            db.Set<CustomsYear>().AsNoTracking().Where(y => y.ImportId == import.Id).ToListAsync()
        );
        var shown = years.ToDictionary(
            y => (y.Exporter, y.IsImport, y.SolarYear),
            y => new Sum(y.Lines, y.ValueCents, y.WeightGrams)
        );
        if (Sums.Difference(Sums.Years(file), shown) is { } difference)
        {
            faults.Add($"{file.Name}, sums by exporter and year: {difference}");
        }
        var hash = await inside.Ask(db =>
            db.CustomsFiles.Where(f => f.Id == import.FileId).Select(f => f.Hash).SingleAsync()
        );
        Expect($"{file.Name}, SHA-256 of what was stored", file.Hash, hash);
    }

    private void Expect<T>(string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            faults.Add($"{what}: expected {expected}, found {found}");
        }
    }

    private static async Task<string> Word(KarvanContext db, string pragma)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return $"{await command.ExecuteScalarAsync()}";
    }
}

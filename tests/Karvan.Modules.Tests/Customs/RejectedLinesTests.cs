using System.Text;
using Karvan.Customs.Importing;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>Every rejected row can be had as a file, with its line and why.</summary>
public sealed class RejectedLinesTests
{
    private const string Columns = "line,reason,column,value\n";

    [Theory, OnBothDatabases]
    public async Task Few_rows_say_what_was_found_where(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var id = Numbers.Legal(1);
        var sent = await desk.Send(
            expert,
            CustomsDesk.Header
                + $"A1,1,export,1401/02/03,{id},842320,IQ,100,10\n"
                + $"A2,1,export,1401/13/03,{id},842320,IQ,100,10\n"
                + $"A3,1,export,1401/02/03,{id},842320,IQ,\"=1,5\"\"\",10\n"
                + $"A4,1,export,1401/02/03,{id},842320,IQ,7,10\n"
                + "A5,1\n"
                + $"A4,1,export,1401/02/03,{id},842320,IQ,8,10\n"
        );
        var import = await desk.Read(expert, sent);
        Assert.Equal(
            Columns
                + "3,bad-date,date,1401/13/03\n"
                + "4,bad-number,value_usd,\"'=1,5\"\"\"\n"
                + "5,conflict,declaration_no,A4 / 1\n"
                + "6,wrong-field-count,,\"2 fields, the header has 9\"\n"
                + "7,conflict,declaration_no,A4 / 1\n",
            await Text(desk, expert, import)
        );
    }

    /// <summary>More than one piece holds; they are one file all the same.</summary>
    [Theory, OnBothDatabases]
    public async Task Many_rows_are_one_file(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var random = new Random(1);
        var wrong = Enumerable
            .Range(0, 30_000)
            .Select(_ => $"x{random.NextInt64()}{random.NextInt64()}")
            .ToList();
        var sent = await desk.Send(
            expert,
            CustomsDesk.Header
                + string.Concat(
                    wrong.Select(w =>
                        $"A1,1,export,1401/02/03,{Numbers.Legal(1)},842320,IQ,{w},10\n"
                    )
                )
        );
        var import = await desk.Read(expert, sent);
        Assert.Equal((30_000, 0), (import.Rejected, import.Accepted));
        Assert.True(await house.As(Actor.System).Set<CustomsRejection>().CountAsync() > 1);
        Assert.Equal(
            Columns + string.Concat(wrong.Select((w, n) => $"{n + 2},bad-number,value_usd,{w}\n")),
            await Text(desk, expert, import)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Where_no_row_was_set_aside_there_is_no_file(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var import = await desk.Import(
            expert,
            $"A1,1,export,1401/02/03,{Numbers.Legal(1)},842320,IQ,100,10\n"
        );
        Assert.Empty(await Bytes(desk, expert, import));
    }

    private static async Task<string> Text(CustomsDesk desk, Actor by, CustomsImport import)
    {
        var bytes = await Bytes(desk, by, import);
        // Spreadsheets take it for UTF-8 by its mark.
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
    }

    private static Task<byte[]> Bytes(CustomsDesk desk, Actor by, CustomsImport import) =>
        desk.Do<ImportSearch, byte[]>(
            by,
            async search =>
            {
                using var all = new MemoryStream();
                await foreach (var piece in search.Rejected(import))
                {
                    all.Write(piece);
                }
                return all.ToArray();
            }
        );
}

using System.Text;
using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Modules.Tests.Customs.SentParts;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A customs file comes in parts, over lines that break, and is in the end the bytes that were sent.</summary>
public sealed class UploadTests
{
    [Theory, OnBothDatabases]
    public async Task What_is_fetched_is_what_was_sent_around_the_size_of_a_part(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        foreach (
            var (length, parts) in new[]
            {
                (1, 1),
                (Size - 1, 1),
                (Size, 1),
                (Size + 1, 2),
                (2 * Size, 2),
                (2 * Size + 7, 3),
            }
        )
        {
            var bytes = Noise(length, length);
            var sent = await Begin(desk, expert, length);
            var state = (await sent.Take(0, bytes)).Value;
            Assert.Equal((length, length), (state.Received, state.Length));
            Assert.NotNull(state.Import);
            Assert.Equal(bytes, await sent.Fetched());
            Assert.Equal(Hash(bytes), await sent.FetchedHash());
            Assert.Equal(
                parts,
                await house
                    .As(Actor.System)
                    .Set<CustomsFilePart>()
                    .CountAsync(p => p.FileId == sent.File)
            );
        }
    }

    /// <summary>Text is kept packed; that it comes back whole shows nowhere else.</summary>
    [Theory, OnBothDatabases]
    public async Task Text_is_kept_packed_and_comes_back_as_it_was(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var bytes = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, 100_000).Select(n => $"{n},صادرات,عراق\n"))
        );
        Assert.True(bytes.Length > Size);
        var sent = await Begin(desk, await house.Expert("08"), bytes.Length);
        await sent.Take(0, bytes);
        Assert.Equal(bytes, await sent.Fetched());
        var parts = await house
            .As(Actor.System)
            .Set<CustomsFilePart>()
            .AsNoTracking()
            .OrderBy(p => p.Number)
            .ToListAsync();
        Assert.All(parts, p => Assert.True(p.IsPacked && p.Bytes.Length < p.Length));
        Assert.Equal([Size, .. Rest(bytes.Length)], parts.Select(p => p.Length));
    }

    [Theory, OnBothDatabases]
    public async Task A_line_that_breaks_loses_nothing_of_what_came(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var bytes = Noise(3 * Size + 5);
        var sent = await Begin(desk, await house.Expert("08"), bytes.Length);

        // In the middle of the second part, as a socket says it.
        var first = Size + 300_000;
        var broken = await sent.Take(
            0,
            new SentLine(bytes[..first], last: () => throw new IOException("The line is gone."))
        );
        Assert.Equal(new UploadState(first, bytes.Length, null), broken.Value);
        Assert.Equal(broken.Value, await sent.Where());

        // In the middle of the next one, as the server says it when a browser is closed.
        using var closed = new CancellationTokenSource();
        var second = first + Size + 1;
        var left = await sent.Take(
            first,
            new SentLine(bytes[first..second], last: closed.Cancel),
            cancellation: closed.Token
        );
        Assert.Equal(second, left.Value.Received);

        // Before anything came.
        var none = await sent.Take(second, new SentLine([], last: () => throw new IOException()));
        Assert.Equal(second, none.Value.Received);

        var whole = (await sent.Take(second, bytes[second..])).Value;
        Assert.Equal(bytes.Length, whole.Received);
        Assert.Equal(bytes, await sent.Fetched());
        Assert.Equal(Hash(bytes), await sent.FetchedHash());
        Assert.Equal(whole.Import, (await sent.Where())!.Import);
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_with_the_last_byte_has_sent_the_file(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var bytes = Noise(1000);
        var sent = await Begin(desk, await house.Expert("08"), bytes.Length);
        using var closed = new CancellationTokenSource();
        var state = await sent.Take(
            0,
            new SentLine(bytes, last: closed.Cancel),
            cancellation: closed.Token
        );
        Assert.NotNull(state.Value.Import);
        Assert.Equal(ImportState.Mapping, (await desk.Look(state.Value.Import.Value)).State);
    }

    /// <summary>The process ended between the last part and the import that begins with it.</summary>
    [Theory, OnBothDatabases]
    public async Task A_file_whose_bytes_are_all_here_is_made_whole_by_who_asks_again(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var bytes = Noise(2000);
        var sent = await Begin(desk, await house.Expert("08"), bytes.Length);
        await sent.Take(0, bytes[..1000]);
        var last = bytes[1000..];
        var (id, number) = (sent.File, 1);
        await house
            .As(Actor.System)
            .Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "CustomsFileParts" ("FileId", "Number", "Length", "IsPacked", "Bytes")
                VALUES ({id}, {number}, {last.Length}, {false}, {last})
                """
            );
        await house
            .As(Actor.System)
            .Database.ExecuteSqlAsync(
                $"""UPDATE "CustomsFiles" SET "Received" = {bytes.LongLength} WHERE "Id" = {id}"""
            );
        Assert.Equal(new UploadState(2000, 2000, null), await sent.Where());
        Assert.NotNull((await sent.Take(2000, [])).Value.Import);
        Assert.Equal(bytes, await sent.Fetched());
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_send_the_same_place_at_once_one_does(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var length = Size + 1000;
        var sent = await Begin(desk, await house.Expert("08"), length);
        // Both have seen that the file is empty before either gives a byte.
        var waiting = 2;
        var both = new TaskCompletionSource();
        Task Meet()
        {
            if (Interlocked.Decrement(ref waiting) == 0)
            {
                both.SetResult();
            }
            return both.Task;
        }
        byte[][] offered = [Noise(length, 1), Noise(length, 2)];
        var ended = await Task.WhenAll(
            offered.Select(bytes => sent.Take(0, new SentLine(bytes, first: Meet)))
        );
        var winner = Assert.Single(Enumerable.Range(0, 2), n => ended[n].Done);
        Assert.Equal(ImportRefusal.WrongPlace, ended[1 - winner].Refused);
        Assert.Equal(offered[winner], await sent.Fetched());
        Assert.Equal(1, await house.As(Actor.System).CustomsImports.CountAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_part_that_does_not_begin_where_the_file_stops_is_not_taken(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var bytes = Noise(500);
        var sent = await Begin(desk, await house.Expert("08"), bytes.Length);
        await sent.Take(0, bytes[..200]);
        foreach (var place in new[] { 0L, 199, 201, 500 })
        {
            var refused = await sent.Take(place, bytes[200..]);
            Assert.Equal((place, ImportRefusal.WrongPlace), (place, refused.Refused));
        }
        Assert.Equal(200, (await sent.Where())!.Received);
        await sent.Take(200, bytes[200..]);
        Assert.Equal(bytes, await sent.Fetched());
    }

    [Theory, OnBothDatabases]
    public async Task More_than_was_said_is_not_taken_and_what_was_said_still_is(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var bytes = Noise(Size + 10);
        var small = await Begin(desk, expert, 10);
        Assert.Equal(ImportRefusal.TooMuch, (await small.Take(0, bytes[..11])).Refused);
        Assert.Equal(0, (await small.Where())!.Received);

        var sent = await Begin(desk, expert, bytes.Length);
        Assert.Equal(ImportRefusal.TooMuch, (await sent.Take(0, [.. bytes, 1])).Refused);
        // Its first part was good, and is here.
        Assert.Equal(Size, (await sent.Where())!.Received);
        Assert.NotNull((await sent.Take(Size, bytes[Size..])).Value.Import);
        Assert.Equal(bytes, await sent.Fetched());
    }

    [Theory, OnBothDatabases]
    public async Task A_file_that_is_whole_or_given_up_takes_nothing_more(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var whole = await Begin(desk, expert, 3);
        var import = (await whole.Take(0, [1, 2, 3])).Value.Import;
        Assert.Equal(ImportRefusal.NotComing, (await whole.Take(3, [])).Refused);
        Assert.Equal(ImportRefusal.NotComing, (await whole.Take(0, [1, 2, 3])).Refused);
        Assert.Equal(ImportRefusal.NotComing, (await whole.Drop()).Refused);
        Assert.Equal(new UploadState(3, 3, import), await whole.Where());

        var dropped = await Begin(desk, expert, 3);
        await dropped.Take(0, [1]);
        Assert.Equal(CustomsFileState.Dropped, (await dropped.Drop()).Value.State);
        Assert.Equal(ImportRefusal.NotComing, (await dropped.Take(1, [2, 3])).Refused);
        Assert.Equal(ImportRefusal.NotComing, (await dropped.Drop()).Refused);
        var left = house.As(Actor.System).Set<CustomsFilePart>();
        Assert.Equal([whole.File], await left.Select(p => p.FileId).ToListAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_another_province_is_not_there(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var sent = await Begin(desk, await house.Expert("08"), 3);
        var stranger = await house.Expert("21");
        using var bytes = new MemoryStream([1, 2, 3]);
        Assert.Equal(ImportRefusal.NotFound, (await sent.Take(0, bytes, stranger)).Refused);
        Assert.Equal(ImportRefusal.NotFound, (await sent.Drop(stranger)).Refused);
        Assert.Null(await sent.Where(stranger));
        Assert.Equal(0, (await sent.Where())!.Received);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_with_a_part_missing_says_which_and_is_not_read_short(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var bytes = Noise(2 * Size + 1);
        var sent = await Begin(desk, await house.Expert("08"), bytes.Length);
        await sent.Take(0, bytes);
        await house
            .As(Actor.System)
            .Set<CustomsFilePart>()
            .Where(p => p.Number == 1)
            .ExecuteDeleteAsync();
        var fault = await Assert.ThrowsAsync<InvalidDataException>(sent.Fetched);
        Assert.Contains($"Part 1 of the customs file {sent.File}", fault.Message);
        Assert.Contains($"{Size} of {bytes.Length} bytes", fault.Message);
    }

    /// <summary>Lengths of the parts behind the first.</summary>
    private static IEnumerable<int> Rest(int length)
    {
        for (var left = length - Size; left > 0; left -= Size)
        {
            yield return Math.Min(left, Size);
        }
    }
}

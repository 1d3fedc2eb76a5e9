using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Values;
using Karvan.Registry.Certificates;
using Xunit;

namespace Karvan.Modules.Tests.Files;

/// <summary>What people do with files and certificates, each with a context of their own as a request has.</summary>
internal static class FileDesk
{
    public static EraCertificateEntry Entry(string number = "ERA-1") =>
        new(number, 7250, new DateOnly(2026, 1, 10), new DateOnly(2027, 1, 9));

    public static async Task<Outcome<Guid, EraRefusal>> Add(
        this House house,
        Actor actor,
        Guid firm,
        EraCertificateEntry entry,
        byte[]? content,
        string name = "گواهی.pdf",
        bool scanning = false
    )
    {
        var db = house.As(actor);
        ReceivedFile? file = null;
        if (content is not null)
        {
            using var sent = new MemoryStream(content);
            file = (await ReceivedFile.From(sent, name, FileLimits.Usual)).Value;
        }
        var changes = house.ChangesOf(db);
        var store = new StoreFile(db, new Scanning(scanning), house.Clock);
        var added = await new AddEraCertificate(db, changes, store, house.Clock).Run(
            firm,
            entry,
            file
        );
        if (file is not null)
        {
            await file.DisposeAsync();
        }
        return added;
    }

    public static async Task<EraRefusal?> Check(
        this House house,
        Actor actor,
        Guid certificate,
        EraCertificateState decision,
        string? remark = null,
        int version = 0
    )
    {
        var db = house.As(actor);
        return (
            await new CheckEraCertificate(db, house.ChangesOf(db)).Run(
                certificate,
                version,
                decision,
                remark
            )
        ).Refused;
    }

    public static async Task<(byte[]? Bytes, ReadFileRefusal? Refused)> Read(
        this House house,
        Actor actor,
        Guid file
    )
    {
        var db = house.As(actor);
        var read = new ReadFile(db, house.ChangesOf(db));
        var done = await read.Run(file);
        if (!done.Done)
        {
            return (null, done.Refused);
        }
        using var bytes = new MemoryStream();
        await foreach (var piece in read.Content(done.Value.Hash))
        {
            Assert.InRange(piece.Length, 1, ContentChunk.Size);
            bytes.Write(piece);
        }
        return (bytes.ToArray(), null);
    }
}

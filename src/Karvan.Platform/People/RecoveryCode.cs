using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Events;

namespace Karvan.Platform.People;

/// <summary>One of ten codes for the day the telephone is lost: good for one sign-in. Only its hash is kept.</summary>
[NotRecorded]
public sealed class RecoveryCode
{
    public const int InOneSet = 10;
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>No letter or digit that is taken for another one.</summary>
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private RecoveryCode() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public string Hash { get; private set; } = "";

    /// <returns>What is kept, and the code itself, to be shown once.</returns>
    public static (RecoveryCode Kept, string Code) Draw(Guid person)
    {
        var code = RandomNumberGenerator.GetString(Signs, Length);
        var kept = new RecoveryCode
        {
            Id = Guid.CreateVersion7(),
            PersonId = person,
            Hash = HashOf(person, code),
        };
        return (kept, string.Join('-', code.Chunk(Group).Select(c => new string(c))));
    }

    /// <summary>Eighty random bits need no slow hash; the person in it keeps the sets of two people apart.</summary>
    public static string HashOf(Guid person, string typed)
    {
        var code = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{person}:{code}"))
        );
    }
}

using System.Security.Cryptography;

namespace Karvan.Web.Settings;

/// <summary>Where the heads of the record go once a day, and by what they are signed.</summary>
/// <param name="Mails"><c>Karvan__Witnesses</c>: addresses of people outside.</param>
/// <param name="Folder"><c>Karvan__HeadsFolder</c>: where each is written as a file; null for nowhere.</param>
/// <param name="Key"><c>Karvan__HeadsKey</c>: the PEM of a private key of an elliptic curve; null to sign nothing.</param>
public sealed record WitnessSettings(IReadOnlyList<string> Mails, string? Folder, string? Key)
{
    public bool IsOn => Mails.Count > 0 || Folder is not null;

    /// <exception cref="InvalidOperationException">The key is none, or the folder is not there.</exception>
    public static WitnessSettings Read(IConfiguration karvan)
    {
        var folder = karvan["HeadsFolder"] is { Length: > 0 } named ? named : null;
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new InvalidOperationException(
                $"Karvan__HeadsFolder is '{folder}', which is no folder here; make it, and let Karvan write to it."
            );
        }
        var key = karvan["HeadsKey"] is { Length: > 0 } path ? Pem(path) : null;
        return new WitnessSettings(
            [
                .. (karvan["Witnesses"] ?? "").Split(
                    [',', ' ', ';'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                ),
            ],
            folder,
            key
        );
    }

    public static ECDsa? Open(string? key)
    {
        if (key is null)
        {
            return null;
        }
        var opened = ECDsa.Create();
        opened.ImportFromPem(key);
        return opened;
    }

    private static string Pem(string path)
    {
        try
        {
            var pem = File.ReadAllText(path);
            using var tried = Open(pem);
            return pem;
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or CryptographicException
            )
        {
            throw new InvalidOperationException(
                $"Karvan__HeadsKey is '{path}'; expected a file with the PEM of a private key, as openssl ecparam -name prime256v1 -genkey -noout writes it ({e.Message})",
                e
            );
        }
    }
}

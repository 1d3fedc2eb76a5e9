using System.Security.Cryptography;

namespace Karvan.Cli.Output;

/// <summary>
/// What tells one file of a result from that of another run. A large file is looked at in pieces: the explanations of
/// a country are hundreds of megabytes, and whoever wants to see one firm's card shall not wait for all to be read.
/// </summary>
/// <param name="File">Path inside the result folder, with slashes.</param>
/// <param name="Sample">SHA-256 of the file up to 4 MiB, and of 64 pieces evenly spread beyond.</param>
internal sealed record FileFingerprint(string File, long Bytes, string Sample)
{
    private const int Pieces = 64;
    private const int PieceBytes = 1 << 16;

    public static FileFingerprint Of(string folder, string file)
    {
        using var handle = System.IO.File.OpenHandle(Path.Combine(folder, file));
        var length = RandomAccess.GetLength(handle);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceBytes];
        var whole = length <= Pieces * PieceBytes;
        for (var i = 0; i < Pieces; i++)
        {
            var from = whole ? (long)i * PieceBytes : (length - PieceBytes) * i / (Pieces - 1);
            var read = RandomAccess.Read(handle, piece, from);
            hash.AppendData(piece, 0, read);
        }
        return new FileFingerprint(file, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

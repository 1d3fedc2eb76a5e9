using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Karvan.Trade.Files;

namespace Karvan.Customs.Importing;

/// <summary>
/// The rejected rows with a sentence behind each: what is kept names the reason by a word for programs, and
/// whoever opens the file reads a language. The columns before it stay as they are.
/// </summary>
public static class ToldRejections
{
    /// <summary>The heading of the column with the sentence.</summary>
    public const string Column = "why";

    /// <param name="pieces">The bytes of the file, cut anywhere.</param>
    /// <param name="sentence">For the word of a reason.</param>
    public static async IAsyncEnumerable<byte[]> Of(
        IAsyncEnumerable<byte[]> pieces,
        Func<string, string> sentence,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var rows = new Rows(sentence);
        await foreach (var piece in pieces.WithCancellation(cancellation))
        {
            yield return rows.Tell(piece);
        }
    }

    private sealed class Rows(Func<string, string> sentence)
    {
        private readonly Dictionary<string, byte[]> told = new(StringComparer.Ordinal);
        private readonly List<byte> reason = [];
        private bool isHeading = true;
        private bool isQuoted;
        private int column;

        public byte[] Tell(ReadOnlySpan<byte> piece)
        {
            var output = new ArrayBufferWriter<byte>(piece.Length + (piece.Length / 2) + 64);
            foreach (var b in piece)
            {
                if (b == '\n' && !isQuoted)
                {
                    output.Write(End());
                }
                else if (b == '"')
                {
                    // A doubled quote turns twice, and comes out where it was.
                    isQuoted = !isQuoted;
                }
                else if (b == ',' && !isQuoted)
                {
                    column++;
                }
                else if (column == 1)
                {
                    reason.Add(b);
                }
                output.GetSpan(1)[0] = b;
                output.Advance(1);
            }
            return output.WrittenSpan.ToArray();
        }

        private byte[] End()
        {
            var word = Encoding.UTF8.GetString([.. reason]);
            var said = isHeading ? Column : word;
            if (!told.TryGetValue(said, out var cell))
            {
                cell = Encoding.UTF8.GetBytes(
                    "," + CsvCell.Of(isHeading ? Column : sentence(word))
                );
                told.Add(said, cell);
            }
            (isHeading, column) = (false, 0);
            reason.Clear();
            return cell;
        }
    }
}

using System.Security.Cryptography;

namespace Karvan.Platform.Sealing;

/// <summary>Hash trees of logs as RFC 6962 and RFC 9162 have them: SHA-256, leaves and nodes told apart by their first byte.</summary>
public static class MerkleTree
{
    public const int HashLength = SHA256.HashSizeInBytes;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root of a log without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> content) =>
        SHA256.HashData([LeafPrefix, .. content]);

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        SHA256.HashData([NodePrefix, .. left, .. right]);

    /// <param name="leaves">Hashes of leaves, in the order of the log.</param>
    public static byte[] Root(IEnumerable<byte[]> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves)
        {
            frontier.Append(leaf);
        }
        return frontier.Root;
    }

    /// <summary>The root that a leaf and its path lead to (RFC 9162, section 2.1.3.2).</summary>
    /// <param name="leaf">Its hash.</param>
    /// <param name="index">Of the leaf, from 0.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="path">From the leaf upwards.</param>
    /// <returns>Null where a path of this length cannot lead from there.</returns>
    public static byte[]? RootOf(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size)
        {
            return null;
        }
        var (place, last, root) = (index, size - 1, leaf);
        foreach (var step in path)
        {
            if (last == 0)
            {
                return null;
            }
            if (place % 2 == 1 || place == last)
            {
                root = Node(step, root);
                while (place % 2 == 0 && place != 0)
                {
                    (place, last) = (place >> 1, last >> 1);
                }
            }
            else
            {
                root = Node(root, step);
            }
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 ? root : null;
    }
}

/// <summary>
/// What a growing log has to keep of its tree: the roots of its whole subtrees, the largest first. A leaf is appended in as
/// many steps as the number of leaves has digits to the base of two.
/// </summary>
public sealed class MerkleFrontier
{
    private readonly List<byte[]> roots = [];

    public MerkleFrontier() { }

    /// <param name="size">Leaves.</param>
    /// <param name="kept">As <see cref="Kept"/> gave it.</param>
    /// <exception cref="ArgumentException">So many leaves have another number of whole subtrees.</exception>
    public MerkleFrontier(long size, byte[] kept)
    {
        if (
            size < 0
            || kept.Length
                != System.Numerics.BitOperations.PopCount((ulong)size) * MerkleTree.HashLength
        )
        {
            throw new ArgumentException(
                $"{kept.Length} bytes were kept of a log with {size} leaves.",
                nameof(kept)
            );
        }
        Size = size;
        roots.AddRange(kept.Chunk(MerkleTree.HashLength));
    }

    public long Size { get; private set; }

    public byte[] Kept => [.. roots.SelectMany(r => r)];

    public byte[] Root =>
        roots.Count == 0
            ? MerkleTree.Empty
            : roots
                .AsEnumerable()
                .Reverse()
                .Aggregate((right, left) => MerkleTree.Node(left, right));

    /// <returns>The path of the new leaf in the tree that it is the last leaf of.</returns>
    public IReadOnlyList<byte[]> Append(byte[] leaf)
    {
        byte[][] path = [.. roots.AsEnumerable().Reverse()];
        var root = leaf;
        for (var size = Size; size % 2 == 1; size >>= 1)
        {
            root = MerkleTree.Node(roots[^1], root);
            roots.RemoveAt(roots.Count - 1);
        }
        roots.Add(root);
        Size++;
        return path;
    }
}

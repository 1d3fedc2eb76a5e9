using Karvan.Platform.Sealing;
using Xunit;

namespace Karvan.Modules.Tests.Sealing;

/// <summary>Hash trees against the vectors of RFC 6962's reference implementation, and against the definition of the root.</summary>
public sealed class MerkleTreeTests
{
    /// <summary>The eight leaves that the reference implementation is tested with.</summary>
    private static readonly string[] Leaves =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    /// <summary>The roots of the trees of the first one to eight of them.</summary>
    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void A_log_without_leaves_has_the_hash_of_nothing() =>
        Assert.Equal(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            Convert.ToHexStringLower(new MerkleFrontier().Root)
        );

    [Fact]
    public void Roots_are_those_of_the_reference_implementation()
    {
        var log = new MerkleFrontier();
        foreach (var (leaf, root) in Leaves.Zip(Roots))
        {
            log.Append(MerkleTree.Leaf(Convert.FromHexString(leaf)));
            Assert.Equal(root, Convert.ToHexStringLower(log.Root));
            // What is kept of it goes on as the log itself would.
            Assert.Equal(log.Root, new MerkleFrontier(log.Size, log.Kept).Root);
        }
    }

    /// <summary>
    /// The path that a leaf gets leads to the root of the tree that it is the last leaf of, and to no other: every size up to one
    /// beyond a power of two.
    /// </summary>
    [Fact]
    public void The_path_of_a_leaf_leads_to_its_root()
    {
        var log = new MerkleFrontier();
        var hashes = new List<byte[]>();
        for (byte content = 0; content < 130; content++)
        {
            var leaf = MerkleTree.Leaf([content]);
            hashes.Add(leaf);
            var path = log.Append(leaf);
            Assert.Equal(Root([.. hashes]), log.Root);
            Assert.Equal(log.Root, MerkleTree.RootOf(leaf, log.Size - 1, log.Size, path));
            Assert.NotEqual(
                log.Root,
                MerkleTree.RootOf(MerkleTree.Leaf([content, 1]), log.Size - 1, log.Size, path)
            );
        }
    }

    [Fact]
    public void A_path_of_another_length_leads_nowhere()
    {
        var leaf = MerkleTree.Leaf([1]);
        Assert.Null(MerkleTree.RootOf(leaf, 0, 1, [leaf]));
        Assert.Null(MerkleTree.RootOf(leaf, 0, 2, []));
        Assert.Null(MerkleTree.RootOf(leaf, 2, 2, [leaf]));
        Assert.Null(MerkleTree.RootOf(leaf, -1, 2, [leaf]));
    }

    [Fact]
    public void What_was_kept_fits_the_number_of_leaves() =>
        Assert.Throws<ArgumentException>(() =>
            new MerkleFrontier(3, new byte[MerkleTree.HashLength])
        );

    /// <summary>The definition, word for word: the largest power of two below the number splits the leaves.</summary>
    private static byte[] Root(byte[][] leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }
        var left = 1;
        while (left * 2 < leaves.Length)
        {
            left *= 2;
        }
        return MerkleTree.Node(Root(leaves[..left]), Root(leaves[left..]));
    }
}

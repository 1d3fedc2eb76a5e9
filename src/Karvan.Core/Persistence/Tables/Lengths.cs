namespace Karvan.Core.Persistence.Tables;

/// <summary>How long texts of one kind may be, in characters; the same in both databases.</summary>
internal static class Lengths
{
    public const int Name = 200;
    public const int Code = 40;
}

namespace Karvan.Customs.Records;

/// <summary>Locks of customs imports.</summary>
internal static class CustomsLocks
{
    /// <summary>What is in force is decided by one at a time.</summary>
    public const string Imports = "CustomsImport";
}

namespace Karvan.Platform.Searching;

/// <summary>In which order rows are wanted.</summary>
/// <param name="By">The name of an order; a search takes its first one where it knows no such name.</param>
/// <param name="Descending">From the largest down.</param>
public readonly record struct SortOrder(string? By, bool Descending = false);

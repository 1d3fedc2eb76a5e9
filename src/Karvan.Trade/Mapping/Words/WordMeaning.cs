namespace Karvan.Trade.Mapping.Words;

/// <summary>A word of a file and what it means.</summary>
public sealed record WordMeaning(string Word, string Meaning);

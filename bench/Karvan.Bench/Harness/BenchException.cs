namespace Karvan.Bench.Harness;

/// <summary>A measurement that cannot be trusted: a subject failed, or two that must agree do not.</summary>
public sealed class BenchException(string message) : Exception(message);

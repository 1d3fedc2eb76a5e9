using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>An event of a test, in the chain of a province.</summary>
internal sealed record Noted(string Province)
    : DomainEvent(new Subject("Note", null, Body.Shared, Province));

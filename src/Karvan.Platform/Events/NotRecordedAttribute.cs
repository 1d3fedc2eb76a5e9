namespace Karvan.Platform.Events;

/// <summary>
/// On a property: its value never enters the record of changes (a secret, or bytes kept elsewhere). On a class: it is
/// no record of anybody's decision (sessions, leases) and may be saved outside a change.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class NotRecordedAttribute : Attribute;

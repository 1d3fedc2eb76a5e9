using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Platform.Accounts;

public sealed record SecondFactorBegun(Subject Subject) : DomainEvent(Subject);

public sealed record SecondFactorOn(Subject Subject) : DomainEvent(Subject);

public sealed record SecondFactorOff(Subject Subject) : DomainEvent(Subject);

public sealed record RecoveryCodesRenewed(Subject Subject) : DomainEvent(Subject);

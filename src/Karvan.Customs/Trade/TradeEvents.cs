using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Customs.Trade;

public sealed record CustomsSnapshotTaken(Subject Subject) : DomainEvent(Subject);

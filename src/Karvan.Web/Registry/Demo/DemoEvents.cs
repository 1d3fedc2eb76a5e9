using Karvan.Platform.Events;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;

namespace Karvan.Web.Registry.Demo;

public sealed record DemoFirmsRegistered(int Firms)
    : DomainEvent(new Subject(nameof(Enterprise), null, Body.Shared));

public sealed record DemoPromotersEntered()
    : DomainEvent(new Subject(nameof(Promoter), null, Body.SmallIndustries));

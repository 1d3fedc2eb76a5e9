using Karvan.Evaluation.Authorization;
using Karvan.Evidence.Authorization;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>The one decision, tried on every role, body, province and act; and the scope of a query says the same.</summary>
public sealed class AccessTests
{
    private static readonly Guid Me = Guid.CreateVersion7();
    private static readonly Guid Mine = Guid.CreateVersion7();
    private static readonly Guid MineToo = Guid.CreateVersion7();
    private static readonly Guid Theirs = Guid.CreateVersion7();
    private static readonly Guid Somebody = Guid.CreateVersion7();

    private static readonly Provinces[] Reaches =
    [
        Provinces.Of("08"),
        Provinces.Of("08", "21"),
        Provinces.Country,
    ];

    private static IEnumerable<Actor> Actors =>
        [
            Actor.Public,
            Actor.System,
            Actor.Of(Me, "no grants", [], null),
            Actor.Of(Me, "two firms", [Grant.OfFirm(Me, Mine), Grant.OfFirm(Me, MineToo)], Mine),
            Actor.Of(Me, "a promoter", [Grant.OfPerson(Me, Role.Promoter)], null),
            .. from role in Enum.GetValues<Role>()
            from body in Enum.GetValues<Body>()
            from provinces in Reaches
            select Actor.Of(Me, $"{role}", [Grant.OfStaff(Me, role, body, provinces)], null),
        ];

    private static IEnumerable<Subject> Subjects =>
        from body in Enum.GetValues<Body>()
        from province in new[] { "08", "21", "05", null }
        from firm in new Guid?[] { null, Mine, MineToo, Theirs }
        from person in new Guid?[] { Me, Somebody }
        from state in new[]
        {
            null,
            RegistryActs.SubmittedPromoter,
            PlatformActs.IssuedPaper,
            EvaluationActs.Called,
            EvidenceActs.Filed,
            EvidenceActs.ByOffice,
            "another",
        }
        select new Subject("Anything", Guid.CreateVersion7(), body, province, firm, person, state);

    /// <summary>A page that asks about a record and a list that leaves it out, or the reverse, would be a hole.</summary>
    [Fact]
    public void What_a_query_reaches_is_what_the_decision_allows()
    {
        var wrong = new List<string>();
        foreach (var actor in Actors)
        {
            foreach (var act in ModuleCatalog.Acts)
            {
                foreach (var subject in Subjects)
                {
                    var scope = Access.ScopeOf(actor, act, subject.Body, subject.State);
                    var reached =
                        scope.All
                        || (subject.Province is { } p && scope.Provinces.Contains(p))
                        || (subject.EnterpriseId is { } e && scope.Enterprises.Contains(e))
                        || (scope.Person is { } me && me == subject.PersonId);
                    if (reached != Access.Allows(actor, act, subject))
                    {
                        wrong.Add($"{actor.Name} {act} {subject}: the query says {reached}");
                    }
                }
            }
        }
        Assert.Empty(wrong);
    }

    /// <summary>Whoever may do it to one record finds the way to it, and nobody else does.</summary>
    [Fact]
    public void Some_record_is_allowed_only_to_whom_the_act_is_open()
    {
        // Nobody is given the role of a firm's people without a firm, or that of promoters for provinces.
        var given = Actors.Where(a =>
            a.Grants.All(g =>
                g.EnterpriseId is not null || g.Role is Role.Promoter || g.Role.IsStaff()
            )
        );
        foreach (var actor in given)
        {
            foreach (var act in ModuleCatalog.Acts)
            {
                Assert.Equal(
                    (actor.Name, act, Subjects.Any(s => Access.Allows(actor, act, s))),
                    (actor.Name, act, Access.AllowsSome(actor, act))
                );
            }
        }
    }

    [Fact]
    public void Every_act_but_the_systems_own_is_permitted_to_somebody() =>
        Assert.Equal(
            [PlatformActs.RunSystem],
            ModuleCatalog.Acts.Where(act => act.Permits.Count == 0)
        );

    [Fact]
    public void An_act_is_named_as_its_field_is() =>
        Assert.All(
            ModuleCatalog.Acts,
            act =>
            {
                Assert.Same(act, ModuleCatalog.Act(act.Name));
                Assert.Matches("^[A-Z][A-Za-z]+$", act.Name);
            }
        );

    [Fact]
    public void The_public_may_read_what_is_public_and_no_more()
    {
        var allowed = ModuleCatalog.Acts.Where(act =>
            Subjects.Any(s => Access.Allows(Actor.Public, act, s))
        );
        Assert.Equal(
            [
                PlatformActs.ReadPublic,
                PlatformActs.EnterAccount,
                RegistryActs.ReadReference,
                EvaluationActs.ReadCampaign,
            ],
            allowed
        );
        // A campaign from its call on, and no draft.
        Assert.All(
            Subjects,
            s =>
                Assert.Equal(
                    s.State == EvaluationActs.Called,
                    Access.Allows(Actor.Public, EvaluationActs.ReadCampaign, s)
                )
        );
    }

    [Theory]
    [InlineData("08", Body.SmallIndustries, Body.SmallIndustries, true)]
    [InlineData("08", Body.SmallIndustries, Body.Shared, true)]
    [InlineData("08", Body.Shared, Body.TradePromotion, true)]
    [InlineData("08", Body.SmallIndustries, Body.TradePromotion, false)]
    [InlineData("21", Body.SmallIndustries, Body.SmallIndustries, false)]
    public void An_auditor_reads_the_chains_of_their_body_and_provinces(
        string province,
        Body held,
        Body asked,
        bool may
    )
    {
        var auditor = Actor.Of(
            Me,
            "auditor",
            [Grant.OfStaff(Me, Role.Auditor, held, Provinces.Of("08"))],
            null
        );
        var chain = new Subject("AuditChain", Guid.Empty, asked, province);
        Assert.Equal(may, Access.Allows(auditor, PlatformActs.ReadAudit, chain));
    }

    [Fact]
    public void Of_two_firms_only_the_one_acted_for_is_reached()
    {
        var actor = Actor.Of(
            Me,
            "two firms",
            [Grant.OfFirm(Me, Mine), Grant.OfFirm(Me, MineToo)],
            MineToo
        );
        Assert.Equal(
            [MineToo],
            Access.ScopeOf(actor, RegistryActs.ReadEnterprise, Body.Shared).Enterprises
        );
    }

    [Fact]
    public void Nobody_acts_for_a_firm_they_hold_no_grant_of()
    {
        var actor = Actor.Of(Me, "one firm", [Grant.OfFirm(Me, Mine)], Theirs);
        Assert.Equal(Mine, actor.ActingFor);
    }
}

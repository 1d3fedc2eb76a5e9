using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Results;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Committee;

/// <summary>What the pages of a meeting look things up with.</summary>
public sealed record MeetingParts(
    CampaignSearch Campaigns,
    CommitteeSearch Committee,
    ResultSearch Results,
    IRulebooks Rulebooks
);

/// <summary>A page about a meeting, with its campaign and the result that it decides on.</summary>
public abstract class MeetingPage(MeetingParts parts) : RecordPage<CommitteeMeeting>
{
    public Campaign Campaign { get; private set; } = null!;

    public CampaignResult Result { get; private set; } = null!;

    /// <summary>All of the result, in its order.</summary>
    protected IReadOnlyList<NamedResultRow> Rows { get; private set; } = [];

    /// <summary>The places over which exporters are level.</summary>
    protected IReadOnlyList<TiedPlaces> Level { get; private set; } = [];

    protected MeetingParts Parts => parts;

    protected override Task<CommitteeMeeting?> Find(Guid id) =>
        parts.Committee.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(CommitteeMeeting record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Campaign =
            await parts.Campaigns.One(Record.CampaignId, Cancellation)
            ?? throw new InvalidOperationException($"The campaign of {Record.Id} is not seen.");
        Result =
            await parts.Results.One(Record.ResultId, Cancellation)
            ?? throw new InvalidOperationException($"The result of {Record.Id} is not seen.");
        Rows = await parts.Results.Rows(Result.Id, Cancellation);
        Level = TiedPlaces.Of([.. Rows.Select(r => r.Row)], Campaign.Within, Campaign.WinnersIn);
        return null;
    }

    protected string FirmOf(string exporter) => Rows.First(r => r.Row.Exporter == exporter).Firm;
}

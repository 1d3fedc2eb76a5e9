namespace Karvan.Evaluation.Campaigns;

/// <summary>How far a campaign has come (design §5); what leads from one to the next stands in <c>campaign-moves.csv</c>.</summary>
public enum CampaignState
{
    /// <summary>Its secretary puts it together; nobody else sees it.</summary>
    Draft,

    /// <summary>It was called, and firms file until the last day.</summary>
    Filing,

    /// <summary>Filing is over; reviewers decide on what was filed.</summary>
    Review,

    /// <summary>Everything is decided and computed; the committee decides who is level, and on the list as a whole.</summary>
    Committee,

    /// <summary>Everybody whom the result is about was told. It does not change any more.</summary>
    Released,
}

/// <summary>Among whom exporters are ranked, and places counted.</summary>
public enum RankedWithin
{
    Province,
    ProvinceAndGroup,
}

/// <summary>How many reviewers look at each criterion of a dossier.</summary>
public enum ReviewMode
{
    One,

    /// <summary>Two, blind to each other until both are done.</summary>
    Two,
}

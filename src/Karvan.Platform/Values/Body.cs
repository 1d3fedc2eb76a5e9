namespace Karvan.Platform.Values;

/// <summary>On whose behalf: document G and document R are run by different bodies, and neither sees the other's cases.</summary>
public enum Body
{
    /// <summary>What both need: accounts, the registry of firms, reference lists.</summary>
    Shared,

    /// <summary>The Organization (ISIPO) and its provincial companies: document G.</summary>
    SmallIndustries,

    /// <summary>TPO, the provincial trade offices and the award's secretariat: document R.</summary>
    TradePromotion,
}

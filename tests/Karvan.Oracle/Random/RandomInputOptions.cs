namespace Karvan.Oracle;

/// <summary>How large and how nasty a random input is.</summary>
public sealed record RandomInputOptions
{
    /// <summary>Exporters of the random provinces; those of the ladder come on top.</summary>
    public int Exporters { get; init; } = 40;

    /// <summary>Filler lines beside those that aim at a band's edge or at a rule.</summary>
    public int FillerLines { get; init; } = 500;

    /// <summary>1 to 4; 0: drawn.</summary>
    public int DeclarationFiles { get; init; }

    /// <summary>False: nothing is rejected, so that the exit code is 0.</summary>
    public bool Faults { get; init; } = true;

    /// <summary>False: Latin digits, canonical writing, no quotes but where a comma asks for them.</summary>
    public bool Disguises { get; init; } = true;

    /// <summary>The number of winners at whose last place one province is made to be level.</summary>
    public int Winners { get; init; } = 10;
}

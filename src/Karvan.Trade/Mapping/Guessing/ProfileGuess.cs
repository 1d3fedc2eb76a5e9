using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Guessing;

/// <summary>How sure a guess is.</summary>
public enum Sureness
{
    /// <summary>Nothing was found.</summary>
    None,

    /// <summary>Name or content speak for it, or how it is to be read is open: somebody should look.</summary>
    Likely,

    /// <summary>Name and content say the same, and there is one way to read it.</summary>
    Certain,
}

/// <summary>A profile that may fit a file, to be looked over by a person.</summary>
/// <param name="Sure">For each target.</param>
public sealed record ProfileGuess(
    MappingProfile Profile,
    IReadOnlyDictionary<Target, Sureness> Sure
)
{
    /// <param name="country">What a file calls a country → alpha-2, or null.</param>
    public static ProfileGuess Of(FilePreview preview, Func<string, string?> country)
    {
        var evidence = Enumerable
            .Range(0, preview.Columns.Count)
            .Select(c => new ColumnEvidence(preview.Rows, c, country))
            .ToList();
        var found = ColumnMatch.Of(preview.Columns, evidence);
        return new ProfileDraft(preview, evidence, found).Finish();
    }
}

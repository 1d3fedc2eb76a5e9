namespace Karvan.Evidence.Items;

/// <summary>What an item of evidence says of itself, as a form hands it over; null where nothing is said.</summary>
public sealed record EvidenceSaid
{
    public string? Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public string? Name { get; init; }
    public DateOnly? Date { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    public string? Person { get; init; }
    public string? Post { get; init; }
    public string? WebAddress { get; init; }
    public DateOnly? DaySeen { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public string? Under { get; init; }
    public string? Endorser { get; init; }
    public string? EndorsementNumber { get; init; }
    public DateOnly? EndorsedOn { get; init; }

    /// <summary>Hundredths: 6050 is 60.5.</summary>
    public int? Hundredths { get; init; }

    public string? Level { get; init; }
    public string? Remark { get; init; }

    public static EvidenceSaid Of(EvidenceItem item) =>
        new()
        {
            Kind = item.Kind,
            Country = item.Country,
            Name = item.Name,
            Date = item.Date,
            Language = item.Language,
            Person = item.Person,
            Post = item.Post,
            WebAddress = item.WebAddress,
            DaySeen = item.DaySeen,
            ValidFrom = item.ValidFrom,
            ValidUntil = item.ValidUntil,
            Under = item.Under,
            Endorser = item.Endorser,
            EndorsementNumber = item.EndorsementNumber,
            EndorsedOn = item.EndorsedOn,
            Hundredths = item.Hundredths,
            Level = item.Level,
            Remark = item.Remark,
        };

    /// <summary>Texts without blanks around them, and none where they are empty.</summary>
    public EvidenceSaid Trimmed() =>
        this with
        {
            Kind = Trim(Kind),
            Country = Trim(Country),
            Name = Trim(Name),
            Language = Trim(Language),
            Person = Trim(Person),
            Post = Trim(Post),
            WebAddress = Trim(WebAddress),
            Under = Trim(Under),
            Endorser = Trim(Endorser),
            EndorsementNumber = Trim(EndorsementNumber),
            Level = Trim(Level),
            Remark = Trim(Remark),
        };

    private static string? Trim(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

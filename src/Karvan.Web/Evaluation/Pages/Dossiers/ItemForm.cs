using System.Globalization;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Components.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>What an item of evidence says, as it is typed: of these fields a page shows those that the criterion asks for.</summary>
[KeptIn<EvidenceItem>]
public sealed class ItemForm
{
    public string? Kind { get; set; }
    public string? Country { get; set; }
    public string? Name { get; set; }
    public string? Date { get; set; }
    public string? Language { get; set; }
    public string? Person { get; set; }
    public string? Post { get; set; }
    public string? WebAddress { get; set; }
    public string? DaySeen { get; set; }
    public string? ValidFrom { get; set; }
    public string? ValidUntil { get; set; }
    public string? Under { get; set; }
    public string? Endorser { get; set; }
    public string? EndorsementNumber { get; set; }
    public string? EndorsedOn { get; set; }

    [Field(
        "evidence.quantity",
        Longest = Lengths.Code,
        Kind = FieldKind.Number,
        Length = FieldLength.Narrow,
        Asked = true
    )]
    public string? Quantity { get; set; }

    public string? Level { get; set; }
    public string? Remark { get; set; }

    public static ItemForm Of(EvidenceItem item) =>
        new()
        {
            Kind = item.Kind,
            Country = item.Country,
            Name = item.Name,
            Date = Day(item.Date),
            Language = item.Language,
            Person = item.Person,
            Post = item.Post,
            WebAddress = item.WebAddress,
            DaySeen = Day(item.DaySeen),
            ValidFrom = Day(item.ValidFrom),
            ValidUntil = Day(item.ValidUntil),
            Under = item.Under,
            Endorser = item.Endorser,
            EndorsementNumber = item.EndorsementNumber,
            EndorsedOn = Day(item.EndorsedOn),
            Quantity = item.Quantity?.ToString("0.##", CultureInfo.InvariantCulture),
            Level = item.Level,
            Remark = item.Remark,
        };

    /// <summary>Reads what was typed; what cannot be read has its error beside it.</summary>
    /// <param name="prefix">The name of the form in its page.</param>
    /// <returns>Null where something is wrong.</returns>
    public EvidenceSaid? Read(ModelStateDictionary errors, string prefix)
    {
        DateOnly? Read(string? typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }
            if (SolarDate.TryParse(typed, out var day))
            {
                return day;
            }
            errors.AddModelError($"{prefix}.{field}", "field.date");
            return null;
        }

        var said = new EvidenceSaid
        {
            Kind = Kind,
            Country = Country,
            Name = Name,
            Date = Read(Date, nameof(Date)),
            Language = Language,
            Person = Person,
            Post = Post,
            WebAddress = WebAddress,
            DaySeen = Read(DaySeen, nameof(DaySeen)),
            ValidFrom = Read(ValidFrom, nameof(ValidFrom)),
            ValidUntil = Read(ValidUntil, nameof(ValidUntil)),
            Under = Under,
            Endorser = Endorser,
            EndorsementNumber = EndorsementNumber,
            EndorsedOn = Read(EndorsedOn, nameof(EndorsedOn)),
            Hundredths = Number(errors, prefix),
            Level = Level,
            Remark = Remark,
        };
        return errors.IsValid ? said : null;
    }

    /// <summary>The field that a refusal is about; null for the whole form.</summary>
    public static string? FieldOf(DossierRefusal refusal) =>
        refusal switch
        {
            DossierRefusal.KindUnknown => nameof(Kind),
            DossierRefusal.CountryUnknown => nameof(Country),
            DossierRefusal.LanguageUnknown => nameof(Language),
            DossierRefusal.BodyUnknown => nameof(Endorser),
            DossierRefusal.LevelUnknown => nameof(Level),
            DossierRefusal.NumberOutOfRange => nameof(Quantity),
            DossierRefusal.EndsBeforeItBegins => nameof(ValidUntil),
            DossierRefusal.DayToCome => nameof(DaySeen),
            _ => null,
        };

    private static string? Day(DateOnly? day) => day is { } known ? SolarDate.Text(known) : null;

    /// <summary>Two decimals at most, in any digits.</summary>
    private int? Number(ModelStateDictionary errors, string prefix)
    {
        if (string.IsNullOrWhiteSpace(Quantity))
        {
            return null;
        }
        if (TypedNumber.Hundredths(Quantity) is { } hundredths)
        {
            return hundredths;
        }
        errors.AddModelError($"{prefix}.{nameof(Quantity)}", "dossier.bad-number");
        return null;
    }
}

/// <summary>A file for one of the documents that a criterion asks for.</summary>
public sealed class ItemDocument
{
    [Field("evidence.document", Longest = Lengths.Code)]
    public string Id { get; set; } = "";

    public IFormFile? File { get; set; }
}

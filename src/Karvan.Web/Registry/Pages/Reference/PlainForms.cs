using Karvan.Platform.Fields;
using Karvan.Registry.Reference;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>What a form asks of a day off.</summary>
[KeptIn<Holiday>]
public sealed class HolidayForm : RowForm<Holiday>
{
    public string Day { get; set; } = "";

    public string NameFa { get; set; } = "";

    public string? NameEn { get; set; }

    public string? Lunar { get; set; }

    public override void Load(Holiday row)
    {
        base.Load(row);
        (Day, NameFa, NameEn, Lunar) = (Text(row.Day), row.NameFa, row.NameEn, row.Lunar);
    }

    public override IReferenceEntry<Holiday>? Read(ModelStateDictionary errors)
    {
        var day = ReadDay(Day, nameof(Day), errors);
        return errors.IsValid && day is { } known
            ? new HolidayEntry(known, NameFa, NameEn, Source, IsExample, Lunar)
            : null;
    }

    public override string FieldOf(ReferenceRefusal refusal) =>
        refusal switch
        {
            ReferenceRefusal.NameMissing => nameof(NameFa),
            ReferenceRefusal.LunarUnknown => nameof(Lunar),
            _ => nameof(Day),
        };
}

/// <summary>What a form asks of another name of a country.</summary>
[KeptIn<CountryAlias>]
public sealed class AliasForm : RowForm<CountryAlias>
{
    public string Name { get; set; } = "";

    public string Country { get; set; } = "";

    public override void Load(CountryAlias row)
    {
        base.Load(row);
        (Name, Country) = (row.Name, row.Country);
    }

    public override IReferenceEntry<CountryAlias>? Read(ModelStateDictionary errors) =>
        errors.IsValid ? new CountryAliasEntry(Name, Country, Source, IsExample) : null;

    public override string FieldOf(ReferenceRefusal refusal) =>
        refusal is ReferenceRefusal.CountryUnknown ? nameof(Country) : nameof(Name);
}

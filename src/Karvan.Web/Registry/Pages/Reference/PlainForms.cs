using System.ComponentModel.DataAnnotations;
using Karvan.Registry.Reference;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>What a form asks of a day off.</summary>
public sealed class HolidayForm : RowForm<Holiday>
{
    [Required]
    public string Day { get; set; } = "";

    [Required, StringLength(200)]
    public string NameFa { get; set; } = "";

    [StringLength(200)]
    public string? NameEn { get; set; }

    public override void Load(Holiday row)
    {
        base.Load(row);
        (Day, NameFa, NameEn) = (Text(row.Day), row.NameFa, row.NameEn);
    }

    public override IReferenceEntry<Holiday>? Read(ModelStateDictionary errors)
    {
        var day = ReadDay(Day, nameof(Day), errors);
        return errors.IsValid && day is { } known
            ? new HolidayEntry(known, NameFa, NameEn, Source, IsExample)
            : null;
    }

    public override string FieldOf(ReferenceRefusal refusal) =>
        refusal is ReferenceRefusal.NameMissing ? nameof(NameFa) : nameof(Day);

    public override IEnumerable<(string Name, string LabelKey, string Text)> Fields() =>
        [
            (nameof(Day), "holiday.day", Day),
            (nameof(NameFa), "reference.name-fa", NameFa),
            (nameof(NameEn), "reference.name-en", NameEn ?? ""),
            .. base.Fields(),
        ];
}

/// <summary>What a form asks of another name of a country.</summary>
public sealed class AliasForm : RowForm<CountryAlias>
{
    [Required, StringLength(200)]
    public string Name { get; set; } = "";

    [Required]
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

    public override IEnumerable<(string Name, string LabelKey, string Text)> Fields() =>
        [
            (nameof(Name), "alias.name", Name),
            (nameof(Country), "reference.country", Country),
            .. base.Fields(),
        ];
}

using System.Globalization;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>What a form asks of a mission.</summary>
[KeptIn<Mission>]
public sealed class MissionForm : RowForm<Mission>
{
    public string Country { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? City { get; set; }

    public string From { get; set; } = "";

    public string? To { get; set; }

    public static IReadOnlyList<FieldChoice> Kinds(PageTexts words) =>
        [
            .. Enum.GetValues<MissionKind>()
                .Select(k => new FieldChoice(k.ToString(), words[$"mission.kind.{k}"])),
        ];

    public override void Load(Mission row)
    {
        base.Load(row);
        (Country, Kind, City) = (row.Country, row.Kind.ToString(), row.City);
        (From, To) = (Text(row.From), Text(row.To));
    }

    public override IReferenceEntry<Mission>? Read(ModelStateDictionary errors)
    {
        var (from, to) = (ReadDay(From, nameof(From), errors), ReadDay(To, nameof(To), errors));
        if (!EnumNames.TryParse<MissionKind>(Kind, out var kind))
        {
            errors.AddModelError(Path(nameof(Kind)), "field.invalid");
        }
        return errors.IsValid && from is { } first
            ? new MissionEntry(Country, kind, City, first, to, Source, IsExample)
            : null;
    }

    public override string FieldOf(ReferenceRefusal refusal) =>
        refusal switch
        {
            ReferenceRefusal.PeriodReversed => nameof(To),
            ReferenceRefusal.Overlaps => nameof(From),
            _ => nameof(Country),
        };
}

/// <summary>What a form asks of a group of goods.</summary>
[KeptIn<ProductGroup>]
public sealed class ProductGroupForm : RowForm<ProductGroup>
{
    public string Code { get; set; } = "";

    public string NameFa { get; set; } = "";

    public string NameEn { get; set; } = "";

    public string HsPrefixes { get; set; } = "";

    public string From { get; set; } = "";

    public string? To { get; set; }

    public override void Load(ProductGroup row)
    {
        base.Load(row);
        (Code, NameFa, NameEn, HsPrefixes) = (row.Code, row.NameFa, row.NameEn, row.HsPrefixes);
        (From, To) = (Text(row.From), Text(row.To));
    }

    public override IReferenceEntry<ProductGroup>? Read(ModelStateDictionary errors)
    {
        var (from, to) = (ReadDay(From, nameof(From), errors), ReadDay(To, nameof(To), errors));
        return errors.IsValid && from is { } first
            ? new ProductGroupEntry(
                Code.Trim(),
                NameFa,
                NameEn,
                HsPrefixes,
                first,
                to,
                Source,
                IsExample
            )
            : null;
    }

    public override string FieldOf(ReferenceRefusal refusal) =>
        refusal switch
        {
            ReferenceRefusal.PeriodReversed => nameof(To),
            ReferenceRefusal.Overlaps => nameof(From),
            ReferenceRefusal.PrefixWrong => nameof(HsPrefixes),
            ReferenceRefusal.NameMissing => nameof(NameFa),
            _ => nameof(Code),
        };
}

/// <summary>What a form asks of the size classes.</summary>
[KeptIn<SizeThreshold>]
public sealed class SizeForm : RowForm<SizeThreshold>
{
    public string From { get; set; } = "";

    public string MicroMost { get; set; } = "";

    public string SmallMost { get; set; } = "";

    public string MediumMost { get; set; } = "";

    public string? Clause { get; set; }

    public bool IsReading { get; set; }

    public override void Load(SizeThreshold row)
    {
        base.Load(row);
        (From, Clause, IsReading) = (Text(row.From), row.Clause, row.IsReading);
        (MicroMost, SmallMost, MediumMost) = (
            row.MicroMost.ToString(CultureInfo.InvariantCulture),
            row.SmallMost.ToString(CultureInfo.InvariantCulture),
            row.MediumMost.ToString(CultureInfo.InvariantCulture)
        );
    }

    public override IReferenceEntry<SizeThreshold>? Read(ModelStateDictionary errors)
    {
        var from = ReadDay(From, nameof(From), errors);
        var micro = Count(MicroMost, nameof(MicroMost), errors);
        var small = Count(SmallMost, nameof(SmallMost), errors);
        var medium = Count(MediumMost, nameof(MediumMost), errors);
        return errors.IsValid && from is { } first
            ? new SizeThresholdEntry(
                first,
                micro ?? 0,
                small ?? 0,
                medium ?? 0,
                Clause,
                IsReading,
                Source,
                IsExample
            )
            : null;
    }

    public override string FieldOf(ReferenceRefusal refusal) =>
        refusal is ReferenceRefusal.DayTaken ? nameof(From) : nameof(MicroMost);
}

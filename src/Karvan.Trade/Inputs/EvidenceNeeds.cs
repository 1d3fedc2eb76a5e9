using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Inputs;

/// <summary>What one criterion needs of a row of evidence.</summary>
internal sealed class EvidenceNeeds(Criterion criterion, short place)
{
    /// <summary>Localisation is given in per cent.</summary>
    private const int WholePercent = 100;

    /// <summary>The country of the exporters is no destination.</summary>
    private const string Home = "IR";

    private static readonly Dictionary<string, string> Destinations = ReferenceTable
        .Countries.Rows.Select(c => c.Id)
        .Where(code => code is not Home)
        .ToDictionary(code => code.ToLowerInvariant(), code => code, StringComparer.Ordinal);

    private readonly AcceptedEvidence measure = (AcceptedEvidence)criterion.Measure;

    /// <param name="firm">Row in the roster, or −1.</param>
    /// <param name="column">The column of the first bad field.</param>
    public Fault Read(CsvRows rows, int firm, out EvidenceRow row, out int column)
    {
        row = default;
        column = EvidenceColumns.Item;
        var item = rows[column];
        if (measure.NeedsItem && CheckItem(item) is var badItem and not Fault.None)
        {
            return badItem;
        }
        column = EvidenceColumns.Country;
        var country = Destinations.GetValueOrDefault(rows[column].Compared, "");
        if (measure.NeedsCountry && country.Length == 0)
        {
            return Unknown(rows[column], Fault.BadCountry);
        }
        column = EvidenceColumns.Quantity;
        if (ReadQuantity(rows[column], out var quantity) is var badQuantity and not Fault.None)
        {
            return badQuantity;
        }
        column = EvidenceColumns.Level;
        if (ReadLevel(rows[column], out var level) is var badLevel and not Fault.None)
        {
            return badLevel;
        }
        column = EvidenceColumns.Status;
        if (ReadStatus(rows[column], out var status) is var badStatus and not Fault.None)
        {
            return badStatus;
        }
        row = new EvidenceRow(
            firm,
            place,
            item.Compared,
            item.Shown,
            country,
            quantity,
            level,
            status
        );
        return Fault.None;
    }

    private Fault CheckItem(FieldText item)
    {
        var known =
            (
                measure.Items.Count == 0
                || measure.Items.Contains(item.Compared, StringComparer.Ordinal)
            ) && (!measure.LanguageCodes || ReferenceTable.Languages.Contains(item.Compared));
        return item.Compared.Length > 0 && known ? Fault.None : Unknown(item, Fault.BadItem);
    }

    private Fault ReadQuantity(FieldText field, out long quantity)
    {
        quantity = 0;
        if (criterion.Rule is not (GradedRule or JudgedRule))
        {
            return Fault.None;
        }
        if (field.Digits is null)
        {
            return Fault.BadEncoding;
        }
        var largest = criterion.Rule is GradedRule ? WholePercent : criterion.Max.Value;
        var fault = NumberField.Read(
            field.Digits,
            EvidenceRow.Decimals,
            (long)decimal.Ceiling(largest),
            out quantity
        );
        return fault is Fault.None && quantity > largest * EvidenceRow.One
            ? Fault.OutOfRange
            : fault;
    }

    private Fault ReadLevel(FieldText field, out short level)
    {
        level = -1;
        if (criterion.Rule is not GradedRule rule)
        {
            return Fault.None;
        }
        for (var i = 0; i < rule.Levels.Count; i++)
        {
            if (
                string.Equals(rule.Levels[i].Id, field.Compared, StringComparison.OrdinalIgnoreCase)
            )
            {
                level = (short)i;
                return Fault.None;
            }
        }
        return Unknown(field, Fault.BadLevel);
    }

    private static Fault ReadStatus(FieldText field, out EvidenceStatus status)
    {
        status = field.Compared switch
        {
            "rejected" => EvidenceStatus.Rejected,
            "pending" => EvidenceStatus.Pending,
            _ => EvidenceStatus.Accepted,
        };
        return field.Compared is "accepted" or "rejected" or "pending"
            ? Fault.None
            : Unknown(field, Fault.BadStatus);
    }

    private static Fault Unknown(FieldText field, Fault fault) =>
        field.Digits is null ? Fault.BadEncoding
        : field.Compared.Length == 0 ? Fault.Blank
        : fault;
}

using Karvan.Rules.Facts;
using Karvan.Rules.Reference;

namespace Karvan.Rules.Scoring;

/// <summary>Where each exporter may compete, as numbers: what no rule changes, looked up once.</summary>
internal sealed class RosterPools
{
    public RosterPools(Roster roster)
    {
        Provinces = new short[roster.Count];
        ProductGroups = new short[roster.Count];
        for (var firm = 0; firm < roster.Count; firm++)
        {
            var exporter = roster.Exporters[firm];
            Provinces[firm] = (short)ReferenceTable.Provinces.IndexOf(exporter.Province);
            ProductGroups[firm] = (short)exporter.ProductGroup;
        }
    }

    /// <summary>Places in <see cref="ReferenceTable.Provinces"/>, by firm.</summary>
    public short[] Provinces { get; }

    /// <summary>Places among the rulebook's product groups, or −1, by firm.</summary>
    public short[] ProductGroups { get; }
}

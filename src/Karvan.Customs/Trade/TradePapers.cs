using Karvan.Customs.Authorization;
using Karvan.Platform.Modules;

namespace Karvan.Customs.Trade;

/// <summary>Papers about what firms trade.</summary>
public static class TradePapers
{
    /// <summary>What a firm exported, by year, country and good, as a body certifies it.</summary>
    public static readonly PaperKind ExportStatement = new(
        nameof(ExportStatement),
        CustomsActs.ReadExportStatement,
        CustomsActs.IssueExportStatement
    );
}

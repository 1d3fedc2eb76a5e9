namespace Karvan.Trade.Mapping.Opening;

/// <summary>A sheet of a workbook.</summary>
public sealed record PreviewSheet(string Name, bool Visible);

namespace Karvan.Trade.Mapping.Profiles;

/// <summary>How the columns of customs files of one kind become customs lines. Two profiles that say the same have the same JSON.</summary>
public sealed record MappingProfile
{
    public FileShape File { get; init; } = new();

    public DeclarationSource Declaration { get; init; } =
        new([], LineNumbering.Counted, ColumnReference.None);

    public FlowSource Flow { get; init; } = new(ColumnReference.None, null, []);

    public DateSource Date { get; init; } = new(ColumnReference.None);

    public ExporterSource Exporter { get; init; } = new(ColumnReference.None);

    public HsCodeSource HsCode { get; init; } = new(ColumnReference.None);

    public ColumnReference Country { get; init; } = ColumnReference.None;

    public ValueSource Value { get; init; } =
        new(ColumnReference.None, new NumberMarks(), null, ColumnReference.None, []);

    public WeightSource Weight { get; init; } = new(ColumnReference.None, new NumberMarks());

    public IReadOnlyList<CurrencyRates> Rates { get; init; } = [];

    /// <summary>The columns of Karvan's own format.</summary>
    public static MappingProfile Standard { get; } =
        new()
        {
            File = new(TextEncoding.Utf8, FieldSeparator.Comma, Header: new HeaderPlace(1)),
            Declaration = new([new("declaration_no")], LineNumbering.Column, new("line_no")),
            Flow = new(new("flow"), null, []),
            Date = new(new("date")),
            Exporter = new(new("exporter_id")),
            HsCode = new(new("hs_code")),
            Country = new("country"),
            Value = new(new("value_usd"), new NumberMarks(), "USD", ColumnReference.None, []),
            Weight = new(new("net_weight_kg"), new NumberMarks()),
        };

    /// <summary>The profile as JSON: fixed order of keys, lists sorted where their order says nothing.</summary>
    public string ToJson() => ProfileJson.Write(this);

    /// <param name="problems">What was found where, and what was expected; empty where the profile is returned.</param>
    /// <returns>Null where the text is no profile.</returns>
    public static MappingProfile? Parse(string json, out IReadOnlyList<string> problems) =>
        ProfileParser.Read(json, out problems);

    public bool Equals(MappingProfile? other) =>
        other is not null && (ReferenceEquals(this, other) || ToJson() == other.ToJson());

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    /// <summary>The columns a target is taken from; none where it is fixed, counted, or has no source.</summary>
    public IReadOnlyList<ColumnReference> ColumnsOf(Target target) =>
        target is Target.Declaration ? Declaration.Columns
        : Single(target) is { IsNone: false } column ? [column]
        : [];

    private ColumnReference Single(Target target) =>
        target switch
        {
            Target.LineNumber => Declaration.Numbering is LineNumbering.Column
                ? Declaration.Line
                : ColumnReference.None,
            Target.Flow => Flow.Fixed is null ? Flow.Column : ColumnReference.None,
            Target.Date => Date.Column,
            Target.Exporter => Exporter.Column,
            Target.HsCode => HsCode.Column,
            Target.Country => Country,
            Target.Value => Value.Column,
            Target.Currency => Value.Currency is null ? Value.CurrencyColumn : ColumnReference.None,
            Target.Weight => Weight.Column,
            _ => ColumnReference.None,
        };
}

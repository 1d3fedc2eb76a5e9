namespace Karvan.Oracle;

/// <summary>
/// One province of its own, in which three exporters are level in all three where one place is left, so that the
/// committee decides (status <c>tied</c>); above and below them stand neighbours that differ in one thing only.
/// </summary>
public sealed class Ladder(Dice dice, Draw draw, Cast cast, int winners)
{
    public const string Province = "23";

    private const long Step = 100_000_000;
    private const string HsCode = "842320";

    private readonly Dictionary<string, List<DraftLine>> _lines = new(StringComparer.Ordinal);

    public List<DraftExporter> Exporters { get; } = [];

    public Dictionary<string, string> ComplianceOf { get; } = new(StringComparer.Ordinal);

    public IEnumerable<DraftLine> Lines => _lines.Values.SelectMany(l => l);

    public void Build()
    {
        // Same total as the next, but more value: the first of the ties is broken.
        for (var i = 0; i < winners - 1; i++)
            Add(40 * Step - i, 0);

        // These have a place taken from nobody: not eligible, not yet known, removed.
        Add(50 * Step, 0, "false,false");
        Add(50 * Step, 0, "");
        Add(60 * Step, 0, "true,true");

        // One place is left for three; and one not eligible is level with them, which takes no place.
        var level = dice.Chance(70) ? 3 : 1;
        for (var i = 0; i < level; i++)
            Add(20 * Step, 10);
        Add(20 * Step, 10, "false,false");

        // Same total and value, a smaller weighted mean.
        Add(20 * Step, 9);
        Add(20 * Step, 8);
    }

    private void Add(long lastYear, long yearBefore, string compliance = "false,true")
    {
        var id = cast.NewId();
        Exporters.Add(new DraftExporter(id, Province, ""));
        ComplianceOf[id] = compliance;
        _lines[id] =
        [
            draw.Line(id, 1401, lastYear, lastYear, "DE", HsCode),
            draw.Line(id, 1400, yearBefore, 1, "DE", HsCode),
        ];
    }
}

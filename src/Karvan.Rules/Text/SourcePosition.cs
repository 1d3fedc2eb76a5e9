namespace Karvan.Rules.Text;

/// <summary>A place in a text file; both numbers start at 1, as editors show them.</summary>
public readonly record struct SourcePosition(int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}

using System.Text;

namespace Karvan.Texts;

/// <summary>Letters of one direction among others; an isolated run does not turn what stands around it.</summary>
public readonly record struct TextRun(string Text, bool Isolated);

/// <summary>A text that is put together, as the runs it consists of.</summary>
public sealed class Phrase(IReadOnlyList<TextRun> runs)
{
    public static readonly Phrase Empty = new([]);

    public IReadOnlyList<TextRun> Runs => runs;

    /// <summary>With the isolating characters of Unicode: where no element may stand.</summary>
    public string Plain
    {
        get
        {
            var text = new StringBuilder();
            foreach (var run in runs)
            {
                _ = run.Isolated
                    ? text.Append(DirectionMarks.IsolateStart)
                        .Append(run.Text)
                        .Append(DirectionMarks.IsolateEnd)
                    : text.Append(run.Text);
            }
            return text.ToString();
        }
    }

    /// <summary>Without any isolation: for files and for comparing.</summary>
    public string Bare => string.Concat(runs.Select(r => r.Text));

    /// <summary>A text of unknown direction, such as a name somebody typed, without marks of its own.</summary>
    public static Phrase Isolated(string text) =>
        new([new TextRun(DirectionMarks.Without(text), Isolated: true)]);

    /// <summary>A text of the direction around it.</summary>
    public static Phrase Straight(string text) => new([new TextRun(text, Isolated: false)]);
}

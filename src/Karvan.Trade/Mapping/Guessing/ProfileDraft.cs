using Karvan.Trade.Mapping.Opening;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Guessing;

/// <summary>Makes a profile of the columns that were found: how each is to be read is told by its cells and its name.</summary>
internal sealed class ProfileDraft(
    FilePreview preview,
    IReadOnlyList<ColumnEvidence> evidence,
    Dictionary<Target, (int Column, Sureness Sure)> found
)
{
    private readonly ColumnPlaces places = new(preview.Columns);
    private readonly Dictionary<Target, Sureness> sure = Enum.GetValues<Target>()
        .ToDictionary(t => t, t => found.TryGetValue(t, out var f) ? f.Sure : Sureness.None);

    public ProfileGuess Finish()
    {
        var profile = new MappingProfile
        {
            File = new(preview.Encoding, preview.Separator, preview.Sheet, preview.Header),
            Declaration = Declaration(),
            Flow = new(Column(Target.Flow), null, []),
            Date = Date(),
            Exporter = new(
                Column(Target.Exporter),
                Evidence(Target.Exporter)?.LostZerosOfIds() ?? false
            ),
            HsCode = new(
                Column(Target.HsCode),
                Evidence(Target.HsCode)?.LostZerosOfCodes() ?? false
            ),
            Country = Column(Target.Country),
            Value = Value(),
            Weight = Weight(),
        };
        return new(profile, sure);
    }

    /// <summary>Without a column of line numbers they are counted; that is a choice for a person to look at.</summary>
    private DeclarationSource Declaration()
    {
        var declaration = Column(Target.Declaration);
        var line = Column(Target.LineNumber);
        if (line.IsNone && !declaration.IsNone)
        {
            sure[Target.LineNumber] = Sureness.Likely;
        }
        return new(
            declaration.IsNone ? [] : [declaration],
            line.IsNone ? LineNumbering.Counted : LineNumbering.Column,
            line
        );
    }

    private DateSource Date()
    {
        var cells = Evidence(Target.Date)?.Cells ?? [];
        if (DateGuess.Of(cells) is not { } guess)
        {
            return new(Column(Target.Date));
        }
        Doubt(Target.Date, guess.Sure);
        return new(Column(Target.Date), Order: guess.Order);
    }

    private ValueSource Value()
    {
        var marks = Marks(Target.Value);
        var column = Column(Target.Currency);
        var said = Said(Target.Value, CurrencyUnit.IsMeaning);
        if (column.IsNone && said is not null)
        {
            sure[Target.Currency] = Sureness.Certain;
        }
        return new(Column(Target.Value), marks, column.IsNone ? said : null, column, []);
    }

    private WeightSource Weight()
    {
        var marks = Marks(Target.Weight);
        var units = ProfileWords.Units;
        var said = Said(Target.Weight, m => Array.Exists(units, u => u.Item2 == m));
        Doubt(Target.Weight, said is not null);
        return new(Column(Target.Weight), marks, Array.Find(units, u => u.Item2 == said).Item1);
    }

    /// <summary>What the name of a column says of its unit: the meaning of the longest known word in it.</summary>
    private string? Said(Target target, Func<string, bool> isMeaning)
    {
        if (!found.TryGetValue(target, out var column))
        {
            return null;
        }
        var name = ComparedWord.Of(preview.Columns[column.Column]);
        return WordTable
            .Fields.Where(w => isMeaning(w.Meaning))
            .Select(w => (Word: ComparedWord.Of(w.Word), w.Meaning))
            .Where(w => name.Contains(w.Word, StringComparison.Ordinal))
            .OrderByDescending(w => w.Word.Length)
            .FirstOrDefault()
            .Meaning;
    }

    private NumberMarks Marks(Target target)
    {
        var guess = MarksGuess.Of(Evidence(target)?.Cells ?? []);
        Doubt(target, guess is null or { Sure: true });
        return guess?.Marks ?? new NumberMarks();
    }

    private void Doubt(Target target, bool isSure)
    {
        if (!isSure && sure[target] is Sureness.Certain)
        {
            sure[target] = Sureness.Likely;
        }
    }

    private ColumnReference Column(Target target) =>
        found.TryGetValue(target, out var f) ? places.At(f.Column) : ColumnReference.None;

    private ColumnEvidence? Evidence(Target target) =>
        found.TryGetValue(target, out var f) ? evidence[f.Column] : null;
}

using Karvan.Rules.Facts;
using Karvan.Rules.Loading;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Rules.Cases;

/// <summary>Rows of evidence of a case; a row that lacks what its criterion needs is refused, as it is in input files.</summary>
internal static class CaseEvidenceBinder
{
    public static List<EvidenceRow> Bind(Cursor? list, Rulebook book)
    {
        var rows = new List<EvidenceRow>();
        foreach (var entry in list?.Items ?? [])
        {
            var named = entry["criterion"];
            var place = book
                .Criteria.ToList()
                .FindIndex(c => string.Equals(c.Id, named.Text, StringComparison.Ordinal));
            if (place >= 0 && book.Criteria[place].Measure is AcceptedEvidence measure)
            {
                rows.AddRange(Rows(entry, book.Criteria[place], place, measure));
            }
            else if (place >= 0)
            {
                named.Refuse("no-evidence", $"'{named.Text}'", "a criterion that takes evidence");
            }
            else
            {
                named.RefuseUnknown(
                    "criterion that takes evidence",
                    book.Criteria.Where(c => c.Measure is AcceptedEvidence).Select(c => c.Id)
                );
            }
        }
        return rows;
    }

    private static IEnumerable<EvidenceRow> Rows(
        Cursor entry,
        Criterion criterion,
        int place,
        AcceptedEvidence measure
    )
    {
        var items = Several(entry.Maybe("item"));
        var countries = Several(entry.Maybe("country"));
        Need(entry, "item", measure.NeedsItem);
        Need(entry, "country", measure.NeedsCountry);
        var level = Level(entry, criterion);
        var quantity = Quantity(entry, criterion);
        var status = entry.Maybe("status")?.Text switch
        {
            "rejected" => EvidenceStatus.Rejected,
            "pending" => EvidenceStatus.Pending,
            _ => EvidenceStatus.Accepted,
        };
        foreach (var item in items)
        {
            var folded = Fold(item?.Text ?? "");
            CheckItem(item, folded, measure);
            foreach (var country in countries)
            {
                if (country is { } code && !CaseExporterBinder.IsDestination(code))
                {
                    continue;
                }
                yield return new EvidenceRow(
                    0,
                    (short)place,
                    folded,
                    item?.Text ?? "",
                    country?.Text ?? "",
                    quantity,
                    level,
                    status
                );
            }
        }
    }

    private static void CheckItem(Cursor? item, string folded, AcceptedEvidence measure)
    {
        if (item is not { } given)
        {
            return;
        }
        if (measure.Items.Count > 0 && !measure.Items.Contains(folded, StringComparer.Ordinal))
        {
            given.RefuseUnknown("kind", measure.Items);
        }
        else if (measure.LanguageCodes && !ReferenceTable.Languages.Contains(folded))
        {
            given.Refuse("unknown-language", $"'{given.Text}'", "a language code of ISO 639-1");
        }
    }

    private static short Level(Cursor entry, Criterion criterion)
    {
        if (criterion.Rule is not GradedRule rule)
        {
            return -1;
        }
        Need(entry, "level", true);
        if (entry.Maybe("level") is not { } level)
        {
            return -1;
        }
        var levels = rule.Levels.Select(l => l.Id).ToList();
        var place = levels.IndexOf(level.Text);
        if (place < 0)
        {
            level.RefuseUnknown("level", levels);
        }
        return (short)place;
    }

    private static long Quantity(Cursor entry, Criterion criterion)
    {
        Need(entry, "quantity", criterion.Rule is GradedRule or JudgedRule);
        if (entry.Maybe("quantity") is not { } quantity)
        {
            return 0;
        }
        if (criterion.Rule is JudgedRule && quantity.Number > criterion.Max.Value)
        {
            quantity.Refuse(
                "number-out-of-range",
                $"'{quantity.Text}'",
                $"at most {criterion.Max.Plain}, the maximum of {criterion.Id}"
            );
        }
        return (long)(quantity.Number * EvidenceRow.One);
    }

    private static void Need(Cursor entry, string key, bool needed)
    {
        if (needed && entry.Maybe(key) is null)
        {
            entry.Refuse(
                "missing-key",
                "no such key",
                $"'{key}', which {entry["criterion"].Text} asks for"
            );
        }
    }

    /// <summary>One spelling, as input files get it: trimmed, lower case, Latin digits, Persian letters.</summary>
    private static string Fold(string text) =>
        string.Concat(
            text.Trim()
                .ToLowerInvariant()
                .Select(c =>
                    c switch
                    {
                        '\u064A' => '\u06CC',
                        '\u0643' => '\u06A9',
                        _ => Numerals.Latin(c),
                    }
                )
        );

    private static IReadOnlyList<Cursor?> Several(Cursor? given) =>
        given is { } one ? [.. CaseExporterBinder.Several(one).Cast<Cursor?>()] : [null];
}

using System.Globalization;
using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>
/// The band scale of a criterion: its bands as steps whose height is their points, equally wide because thresholds
/// grow by powers of ten. Widths are per cent and heights pixels, so that letters keep their size on every screen.
/// Mirrored in Persian. A dot marks the band that holds a boundary.
/// </summary>
internal sealed class BandFigure(Wording words, Markup html)
{
    public void Write(Criterion criterion, BandsRule rule)
    {
        var id = "scale-" + criterion.Id;
        using var figure = html.In("figure", "band-scale");
        using (
            html.In(
                "svg",
                "scale",
                ("role", "img"),
                ("aria-labelledby", id),
                ("width", "100%"),
                ("height", BandDrawing.Height.ToString(CultureInfo.InvariantCulture))
            )
        )
        {
            html.Plain("title", Title(criterion, rule), "", ("id", id));
            var drawing = new BandDrawing(words, html, rule, criterion.Max.Value);
            drawing.Steps();
            drawing.Thresholds();
        }
        html.Line(
            "figcaption",
            words[
                rule.Linear ? "page.scale-caption-linear" : "page.scale-caption-step",
                words["unit." + criterion.Measure.Unit]
            ]
        );
    }

    private string Title(Criterion criterion, BandsRule rule) =>
        words[
            rule.Linear ? "page.scale-title-linear" : "page.scale-title-step",
            words.Latin(criterion.Id),
            words.Number(rule.Below.Value),
            words.Number(rule.Bands[0].From) + " " + words["unit." + criterion.Measure.Unit],
            words.Number(rule.Bands[^1].Points.Value),
            words.Number(rule.Bands[^1].From) + " " + words["unit." + criterion.Measure.Unit],
            words.Number(rule.Bands.Count)
        ];
}

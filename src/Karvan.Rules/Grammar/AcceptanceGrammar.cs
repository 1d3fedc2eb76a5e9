using static Karvan.Rules.Grammar.CommonShapes;

namespace Karvan.Rules.Grammar;

/// <summary>What evidence a criterion accepts. What holds for one kind of item is said at the kind, beside what holds for all.</summary>
internal static class AcceptanceGrammar
{
    public static readonly NamedShape Acceptance = new(
        "acceptance",
        new MapShape(
            "what evidence is accepted",
            [
                new Key(
                    "kinds",
                    new NamesShape("kinds of item", Id, Kind),
                    "The kinds of item there are; without them, items of one kind.",
                    Required: false
                ),
                new Key(
                    "item",
                    new ListShape(new ChoiceShape("kind", "name", "date", "language")),
                    "What makes two items different, and what the item is called where it is handed on.",
                    Required: false
                ),
                .. Demands,
            ]
        )
    );

    private static MapShape Kind =>
        new("a kind of item", [new Key("title", LocalText, "Its name."), .. Demands]);

    private static Key[] Demands =>
        [
            Maybe(
                "fields",
                new ListShape(
                    new ChoiceShape(
                        "country",
                        "name",
                        "date",
                        "language",
                        "person",
                        "post",
                        "web-address",
                        "day-seen"
                    )
                ),
                "What an item must say."
            ),
            Maybe("documents", new NamesShape("documents", Id, Document), "What must be shown."),
            Maybe("endorsed-by", Endorsement, "Who may endorse it: one of them suffices."),
            Maybe("under", new ListShape(Id), "The association must stand under one of these."),
            Maybe("valid", Validity, "When it must be in force."),
            Maybe("held-in", SingleYear, "The year its date must fall into."),
            Maybe("inquiries", new ListShape(Inquiry), "Who is asked what, by letter."),
            Maybe("proven-by", Proof, "What proves it without a document."),
        ];

    private static MapShape Document =>
        new(
            "a document",
            new Key("title", LocalText, "Its name."),
            Maybe(
                "language",
                new ChoiceShape("destination"),
                "It must be in the language of the country."
            )
        );

    private static MapShape Endorsement =>
        new(
            "who may endorse",
            new Key("bodies", new ListShape(Id), "Any one of these bodies."),
            Maybe(
                "without-mission",
                new ListShape(Id),
                "Also these, in a country without an Iranian mission."
            )
        );

    private static OneOfShape Validity =>
        new(
            "validity",
            new Key("in", SingleYear, "In force on some day of the year."),
            new Key("to-the-end-of", SingleYear, "In force on the last day of the year.")
        );

    private static MapShape Inquiry =>
        new(
            "an inquiry",
            new Key("of", Id, "The body that is asked."),
            new Key("about", LocalText, "What it is asked.")
        );

    private static MapShape Proof =>
        new(
            "a proof in the records",
            new Key(
                "record",
                new ChoiceShape("consortium-membership"),
                "Membership of a consortium registered in the system."
            ),
            new Key("in", SingleYear, "The year on one day of which it must stand.")
        );

    private static Key Maybe(string name, Shape value, string help) =>
        new(name, value, help, Required: false);
}

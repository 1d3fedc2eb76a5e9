using static Karvan.Rules.Grammar.CommonShapes;

namespace Karvan.Rules.Grammar;

/// <summary>Readings: open questions, answers, and the changes an answer makes.</summary>
internal static class InterpretationGrammar
{
    public static MapShape Reading =>
        new(
            "a reading",
            new Key("id", Id, "Its name on the command line: --reading id=choice."),
            new Key("clause", Id, "The clause that leaves the question open."),
            new Key(
                "affects",
                new ListShape(Id, 0),
                "The criteria whose points may change with it."
            ),
            new Key(
                "acts-on",
                new ListShape(new ChoiceShape("scoring", "acceptance"), 0),
                "Whether it changes how points come about, or which evidence is accepted.",
                Required: false
            ),
            new Key("question", LocalText, "What the text leaves open."),
            new Key("chosen", Id, "The answer this book takes."),
            new Key(
                "swapped",
                Id,
                "Another answer put in for one run; never written by hand.",
                Required: false
            ),
            new Key("answer", LocalText, "That answer in words."),
            new Key(
                "others",
                new NamesShape("other answers", Id, Alternative, Least: 0),
                "Other answers and what they change."
            ),
            new Key(
                "decided",
                new OptionalShape(Decision),
                "Who decided and when; null while nobody has."
            )
        );

    private static MapShape Alternative =>
        new(
            "another answer",
            new Key("answer", LocalText, "The answer in words."),
            new Key("changes", new ListShape(Patch, 0), "What it changes in this book.")
        );

    private static MapShape Patch =>
        new(
            "a change",
            new Key("set", Words, "The path of a key that gets a new value.", Required: false),
            new Key("to", new AnythingShape(), "The new value.", Required: false),
            new Key("remove", Words, "The path of a key that goes away.", Required: false)
        );

    private static MapShape Decision =>
        new(
            "a decision",
            new Key("by", Words, "Who decided."),
            new Key("on", RulebookGrammar.Day, "When."),
            new Key("note", Words, "Why.", Required: false)
        );
}

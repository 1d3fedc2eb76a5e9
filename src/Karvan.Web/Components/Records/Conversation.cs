namespace Karvan.Web.Components.Records;

/// <summary>What was asked about a record and answered, the newest first.</summary>
public sealed record Conversation(IReadOnlyList<AskedQuestion> Questions);

/// <param name="AnsweredAt">Null while it waits for an answer.</param>
/// <param name="Answer">Null where the record was changed without a word.</param>
/// <param name="File">Where the file that came with the answer is seen.</param>
public sealed record AskedQuestion(
    string Text,
    string AskedBy,
    DateTimeOffset AskedAt,
    DateOnly? DueOn,
    string? Answer,
    string? AnsweredBy,
    DateTimeOffset? AnsweredAt,
    string? File
);

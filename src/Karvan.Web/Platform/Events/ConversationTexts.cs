using Karvan.Platform.Conversations;
using Karvan.Web.Components.Records;

namespace Karvan.Web.Platform.Events;

/// <summary>Questions and answers as pages show them.</summary>
internal static class ConversationTexts
{
    public static Conversation Of(IEnumerable<Question> questions) =>
        new([
            .. questions.Select(q => new AskedQuestion(
                q.Text,
                q.AskedBy,
                new DateTimeOffset(q.AskedAt, TimeSpan.Zero),
                q.DueOn,
                q.Answer,
                q.AnsweredBy,
                q.AnsweredAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null,
                q.AttachmentId is { } file ? Links.Files.View(file) : null
            )),
        ]);
}

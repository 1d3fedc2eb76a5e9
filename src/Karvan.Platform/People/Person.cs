using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Platform.People;

/// <summary>Somebody with an account. What they may do stands in their grants.</summary>
public sealed class Person : IdentityUser<Guid>
{
    private Person() { }

    [Field("sign-up.name", Longest = Lengths.Name, Autocomplete = "name")]
    public string FullName { get; private set; } = "";

    /// <summary>The language of messages to them: fa or en.</summary>
    public string Language { get; private set; } = "fa";

    [Field(
        "sign-up.phone",
        Longest = Lengths.Phone,
        Kind = FieldKind.Phone,
        Length = FieldLength.Middle,
        Autocomplete = "tel"
    )]
    public override string? PhoneNumber { get; set; }

    [Field(
        "sign-in.email",
        Longest = Lengths.Email,
        Kind = FieldKind.Email,
        Autocomplete = "email"
    )]
    public override string? Email { get; set; }

    public DateTime JoinedAt { get; private set; }

    /// <summary>Set while an administrator keeps the account closed.</summary>
    public DateTime? LockedAt { get; private set; }

    [Field(
        "keep.reason",
        Hint = "keep.reason-hint",
        Longest = Lengths.Note,
        Rows = 2,
        Aside = true
    )]
    public string? LockReason { get; private set; }

    /// <summary>The step of the last code of the authenticator; neither it nor an older one is taken again.</summary>
    [NotRecorded]
    public long? LastCodeStep { get; private set; }

    private readonly List<NoticeChoice> choices = [];

    /// <summary>How they want to be told, by topic; a topic without one is told as usual.</summary>
    public IReadOnlyList<NoticeChoice> Choices => choices;

    [NotRecorded]
    public string SearchKey { get; private set; } = "";

    [NotRecorded]
    [SortKeyOf(nameof(FullName))]
    public string SortKey { get; private set; } = "";

    public Subject Subject => new(nameof(Person), Id, Body.Shared, PersonId: Id);

    /// <param name="email">Also the name they sign in with.</param>
    public static Person Join(
        string fullName,
        string email,
        string? phone,
        string language,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            FullName = fullName.Trim(),
            UserName = email.Trim(),
            Email = email.Trim(),
            PhoneNumber = phone,
            Language = language,
            JoinedAt = at,
            SearchKey = PersianText.SearchKey(fullName, email),
        };

    public void Edit(string fullName, string? phone, string language)
    {
        (FullName, PhoneNumber, Language) = (fullName.Trim(), phone, language);
        KeepSearchKey();
    }

    /// <summary>After the address changed too.</summary>
    public void KeepSearchKey() => SearchKey = PersianText.SearchKey(FullName, Email);

    internal NoticeChoice? ChoiceFor(string topic) => choices.Find(c => c.Topic == topic);

    internal void Choose(string topic, MailPace mail, bool sms)
    {
        if (ChoiceFor(topic) is { } known)
        {
            known.Become(mail, sms);
        }
        else
        {
            choices.Add(NoticeChoice.Make(Id, topic, mail, sms));
        }
    }

    public void Lock(string reason, DateTime at) => (LockedAt, LockReason) = (at, reason);

    public void Unlock() => (LockedAt, LockReason) = (null, null);
}

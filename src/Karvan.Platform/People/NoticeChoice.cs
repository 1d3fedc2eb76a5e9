namespace Karvan.Platform.People;

/// <summary>When a notice goes out by mail; inside the application it stands at once in any case.</summary>
public enum MailPace
{
    AtOnce,

    /// <summary>In one letter a day, with all others.</summary>
    Daily,

    Never,
}

/// <summary>How somebody wants to be told of one topic; where they chose nothing, by mail at once.</summary>
public sealed class NoticeChoice
{
    private NoticeChoice() { }

    public Guid PersonId { get; private set; }

    /// <summary>The topic of kinds of notice.</summary>
    public string Topic { get; private set; } = "";

    public MailPace Mail { get; private set; }

    /// <summary>To their telephone too.</summary>
    public bool Sms { get; private set; }

    internal static NoticeChoice Make(Guid person, string topic, MailPace mail, bool sms) =>
        new()
        {
            PersonId = person,
            Topic = topic,
            Mail = mail,
            Sms = sms,
        };

    internal void Become(MailPace mail, bool sms) => (Mail, Sms) = (mail, sms);
}

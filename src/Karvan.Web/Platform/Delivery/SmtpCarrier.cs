using System.Net;
using System.Net.Mail;
using System.Text;
using Karvan.Platform.Outbox;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform.Delivery;

/// <summary>Hands a message to a mail server.</summary>
internal sealed class SmtpCarrier(SmtpSettings settings) : ICarrier
{
    public Channel Channel => Channel.Email;

    public async Task Carry(OutboxMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Tls,
        };
        if (settings.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, settings.Password);
        }
        using var mail = new MailMessage(settings.From, message.To)
        {
            Subject = message.Title,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };
        // A message that is sent twice after all is seen to be the same one.
        mail.Headers.Add("Message-ID", $"<{message.Id}@karvan>");
        await client.SendMailAsync(mail, cancellation);
    }
}

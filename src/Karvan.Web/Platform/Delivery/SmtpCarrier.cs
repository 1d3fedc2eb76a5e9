using Karvan.Platform.Outbox;
using Karvan.Web.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Karvan.Web.Platform.Delivery;

/// <summary>Hands a message to a mail server.</summary>
internal sealed class SmtpCarrier(SmtpSettings settings) : ICarrier
{
    /// <summary>Where a server speaks TLS from the first byte (RFC 8314); on other ports it is asked for (STARTTLS).</summary>
    private const int SubmissionOverTls = 465;

    /// <summary>
    /// With longer lines encoded words become longer than the 75 signs of RFC 2047, and mail programs show titles in Persian as
    /// they were encoded.
    /// </summary>
    private static readonly FormatOptions Format = new() { MaxLineLength = 66 };

    public Channel Channel => Channel.Email;

    public async Task Carry(OutboxMessage message, CancellationToken cancellation)
    {
        using var mail = new MimeMessage
        {
            Subject = message.Title,
            Body = new TextPart("plain")
            {
                Text = message.Text,
                ContentTransferEncoding = ContentEncoding.Base64,
            },
            // A message that is sent twice after all is seen to be the same one.
            MessageId = $"{message.Id}@karvan",
        };
        // RFC 3834: an absent reader's program answers no letter of a machine.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.From.Add(MailboxAddress.Parse(settings.From));
        mail.To.Add(MailboxAddress.Parse(message.To));
        // Lists of revoked certificates are asked for over the internet, which a mail server inside is often without: no
        // letter would leave then. The certificate itself is checked.
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(settings.Host, settings.Port, Security, cancellation);
        if (settings.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", cancellation);
        }
        await client.SendAsync(Format, mail, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private SecureSocketOptions Security =>
        !settings.Tls ? SecureSocketOptions.None
        : settings.Port == SubmissionOverTls ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;
}

namespace Karvan.Web.Settings;

/// <param name="Tls">Encrypted from the first command after STARTTLS; off only for a server on the same machine.</param>
public sealed record SmtpSettings(
    string Host,
    int Port,
    string From,
    string? User,
    string? Password,
    bool Tls
);

/// <param name="Token">Sent as <c>Authorization: Bearer</c>.</param>
public sealed record SmsSettings(Uri Url, string? Token);

/// <summary>How messages are sent. What has no channel stays in the outbox.</summary>
public sealed record DeliverySettings(SmtpSettings? Smtp, SmsSettings? Sms)
{
    private const int Submission = 587;

    /// <exception cref="InvalidOperationException">Half of what a channel needs is set.</exception>
    public static DeliverySettings Read(IConfiguration karvan)
    {
        SmtpSettings? smtp = null;
        if (karvan["SmtpHost"] is { Length: > 0 } host)
        {
            var from = karvan["SmtpFrom"];
            if (string.IsNullOrWhiteSpace(from))
            {
                throw new InvalidOperationException(
                    "Karvan__SmtpHost is set and Karvan__SmtpFrom is not: set the address that messages come from."
                );
            }
            smtp = new SmtpSettings(
                host,
                karvan.GetValue("SmtpPort", Submission),
                from,
                karvan["SmtpUser"],
                karvan["SmtpPassword"],
                karvan.GetValue("SmtpTls", true)
            );
        }
        SmsSettings? sms = null;
        if (karvan["SmsUrl"] is { Length: > 0 } url)
        {
            sms =
                Uri.TryCreate(url, UriKind.Absolute, out var gateway)
                && gateway.Scheme is "http" or "https"
                    ? new SmsSettings(gateway, karvan["SmsToken"])
                    : throw new InvalidOperationException(
                        $"Karvan__SmsUrl is '{url}': a whole address such as https://sms.example/send was expected."
                    );
        }
        return new DeliverySettings(smtp, sms);
    }
}

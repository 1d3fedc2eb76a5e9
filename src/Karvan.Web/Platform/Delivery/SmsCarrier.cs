using System.Net.Http.Headers;
using System.Net.Http.Json;
using Karvan.Platform.Outbox;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform.Delivery;

/// <summary>Hands a message to an SMS gateway: a post of <c>{"to": …, "text": …}</c>; any answer of 2xx takes it.</summary>
internal sealed class SmsCarrier(HttpClient http, SmsSettings settings) : ICarrier
{
    public Channel Channel => Channel.Sms;

    public async Task Carry(OutboxMessage message, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url);
        request.Content = JsonContent.Create(new { to = message.To, text = message.Text });
        if (settings.Token is { Length: > 0 } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"The gateway answered {(int)answer.StatusCode}; 2xx was expected."
            );
        }
    }
}

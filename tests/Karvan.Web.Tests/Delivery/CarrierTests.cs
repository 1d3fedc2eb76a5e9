using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Karvan.Platform.Outbox;
using Karvan.Web.Platform.Delivery;
using Karvan.Web.Settings;
using Xunit;

namespace Karvan.Web.Tests.Delivery;

/// <summary>Messages leave over real sockets: to a small mail server and a small gateway of the test's own.</summary>
public sealed class CarrierTests
{
    private static readonly OutboxMessage Message = OutboxMessage.Write(
        Channel.Email,
        "maryam@example.org",
        "تأیید نشانی\r\nBcc: thief@example.org",
        "سلام، https://karvan.example/x?a=b",
        new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc)
    );

    [Fact]
    public async Task A_mail_server_gets_address_title_and_text()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        var conversation = Serve(server, "250 ok");
        var settings = new SmtpSettings("127.0.0.1", port, "karvan@example.org", null, null, false);
        await new SmtpCarrier(settings).Carry(Message, TestContext.Current.CancellationToken);
        var heard = await conversation;
        Assert.Contains("MAIL FROM:<karvan@example.org>", heard, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<maryam@example.org>", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", heard, StringComparison.Ordinal);
        Assert.Contains($"<{Message.Id}@karvan>", heard, StringComparison.OrdinalIgnoreCase);
        var body = heard[heard.IndexOf("\n\n", StringComparison.Ordinal)..];
        var text = Encoding.UTF8.GetString(
            Convert.FromBase64String(
                string.Concat(body[..body.IndexOf("\n.\n", StringComparison.Ordinal)].Split('\n'))
            )
        );
        Assert.Equal(Message.Text, text.Trim());
    }

    /// <summary>RFC 2047: an encoded word has 75 signs at most, or mail programs show it as it is.</summary>
    [Fact]
    public async Task A_long_title_is_written_in_words_that_every_program_reads()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        var conversation = Serve(server, "250 ok");
        var settings = new SmtpSettings("127.0.0.1", port, "karvan@example.org", null, null, false);
        var title = string.Concat(Enumerable.Repeat("درخواست مروجی شما تأیید شد، ", 6)).Trim();
        var message = OutboxMessage.Write(
            Channel.Email,
            "maryam@example.org",
            title,
            "سلام",
            Message.WrittenAt
        );
        await new SmtpCarrier(settings).Carry(message, TestContext.Current.CancellationToken);
        var heard = await conversation;
        var words = System
            .Text.RegularExpressions.Regex.Matches(heard, @"=\?utf-8\?[BbQq]\?[^?]+\?=")
            .Select(m => m.Value)
            .ToList();
        Assert.True(words.Count > 1);
        Assert.All(words, w => Assert.InRange(w.Length, 1, 75));
        Assert.Contains("Auto-Submitted: auto-generated", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_refuses_is_a_fault()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        var conversation = Serve(server, "550 no such mailbox");
        var settings = new SmtpSettings("127.0.0.1", port, "karvan@example.org", null, null, false);
        var fault = await Assert.ThrowsAnyAsync<Exception>(() =>
            new SmtpCarrier(settings).Carry(Message, TestContext.Current.CancellationToken)
        );
        Assert.Contains("no such mailbox", fault.Message, StringComparison.Ordinal);
        await conversation;
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(202, true)]
    [InlineData(500, false)]
    public async Task A_gateway_gets_number_text_and_token(int status, bool taken)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var gateway = new HttpListener();
        gateway.Prefixes.Add($"http://127.0.0.1:{port}/");
        gateway.Start();
        var asked = gateway.GetContextAsync();
        using var http = new HttpClient();
        var url = new Uri($"http://127.0.0.1:{port}/send");
        var sms = OutboxMessage.Write(Channel.Sms, "09120000000", "", "سلام", Message.WrittenAt);
        var carrying = new SmsCarrier(http, new SmsSettings(url, "secret")).Carry(
            sms,
            TestContext.Current.CancellationToken
        );
        var context = await asked;
        using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
        Assert.Equal("09120000000", body.RootElement.GetProperty("to").GetString());
        Assert.Equal("سلام", body.RootElement.GetProperty("text").GetString());
        Assert.Equal("Bearer secret", context.Request.Headers["Authorization"]);
        context.Response.StatusCode = status;
        context.Response.Close();
        if (taken)
        {
            await carrying;
            return;
        }
        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => carrying);
        Assert.Contains("500", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>One conversation of RFC 5321; what was heard, line by line.</summary>
    private static async Task<string> Serve(TcpListener server, string toRecipient)
    {
        using var client = await server.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII);
        writer.NewLine = "\r\n";
        writer.AutoFlush = true;
        await writer.WriteLineAsync("220 test");
        var heard = new StringBuilder();
        var inText = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            heard.Append(line).Append('\n');
            if (inText)
            {
                if (line == ".")
                {
                    inText = false;
                    await writer.WriteLineAsync("250 taken");
                }
                continue;
            }
            var verb = line.Split(' ')[0].ToUpperInvariant();
            inText = verb == "DATA";
            await writer.WriteLineAsync(
                verb switch
                {
                    "RCPT" => toRecipient,
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                }
            );
            if (verb == "QUIT")
            {
                break;
            }
        }
        return heard.ToString();
    }
}

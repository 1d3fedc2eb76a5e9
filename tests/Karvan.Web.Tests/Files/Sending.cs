using System.Text;
using System.Text.RegularExpressions;

namespace Karvan.Web.Tests.Files;

/// <summary>Forms with a file, sent as a browser without scripts does.</summary>
internal static partial class Sending
{
    public const string FileName = "گواهی آمادگی.pdf";

    public static byte[] Pdf { get; } = "%PDF-1.4\n% a certificate\n%%EOF\n"u8.ToArray();

    /// <summary>What the form of a certificate asks for.</summary>
    public static (string Name, string Value)[] Typed(string number) =>
        [
            ("Entry.Number", number),
            ("Entry.Score", "۷۲٫۵"),
            ("Entry.IssuedOn", "۱۴۰۴/۰۲/۰۳"),
            ("Entry.ExpiresOn", "2036-02-03"),
        ];

    public static async Task<HttpResponseMessage> Send(
        HttpClient visitor,
        string path,
        (string Name, string Value)[] fields,
        HttpContent? file,
        string name = FileName
    )
    {
        var page = await (await visitor.GetAsync(path)).Content.ReadAsStringAsync();
        return await SendWith(
            visitor,
            path,
            Token().Match(page).Groups["token"].Value,
            fields,
            file,
            name
        );
    }

    /// <summary>As when the line breaks within the file.</summary>
    public static async Task<HttpResponseMessage> SendHalf(
        HttpClient visitor,
        string path,
        (string Name, string Value)[] fields
    )
    {
        var page = await (await visitor.GetAsync(path)).Content.ReadAsStringAsync();
        var token = Token().Match(page).Groups["token"].Value;
        var parts = fields
            .Append(("__RequestVerificationToken", token))
            .Select(f =>
                $"--half\r\nContent-Disposition: form-data; name=\"{f.Item1}\"\r\n\r\n{f.Item2}\r\n"
            );
        const string File =
            "--half\r\nContent-Disposition: form-data; name=\"File\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4 and th";
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(parts) + File));
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=half");
        return await visitor.PostAsync(path, body);
    }

    public static async Task<HttpResponseMessage> SendWith(
        HttpClient visitor,
        string path,
        string token,
        (string Name, string Value)[] fields,
        HttpContent? file,
        string name = FileName
    )
    {
        using var form = new MultipartFormDataContent("----karvan-test");
        form.Add(new StringContent(token), "__RequestVerificationToken");
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }
        if (file is not null)
        {
            // Browsers write the name as it is, in UTF-8; here a header's letters are its bytes.
            var sent = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name));
            file.Headers.TryAddWithoutValidation(
                "Content-Disposition",
                $"form-data; name=\"File\"; filename=\"{sent}\""
            );
            form.Add(file);
        }
        return await visitor.PostAsync(path, form);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)" """)]
    private static partial Regex Token();
}

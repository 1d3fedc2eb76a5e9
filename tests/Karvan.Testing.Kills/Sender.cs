using System.Text.RegularExpressions;

namespace Karvan.Testing.Kills;

/// <summary>
/// Sends one file after the other, in parts; has each read and puts it in force. After a kill it asks how far things are
/// and goes on from there, as people do.
/// </summary>
internal sealed partial class Sender(
    Caller caller,
    int seed,
    string name,
    IReadOnlyList<string> exporters,
    string province,
    Acknowledged acknowledged,
    Moments moments
) : IClient
{
    private const int FewestLines = 2_000;
    private const int MostLines = 20_000;
    private const int SmallestPart = 50_000;
    private const int LargestPart = 700_000;

    private readonly Random dice = new(seed);
    private SentFile? file;
    private Guid? id;
    private SentUpload upload = null!;
    private int sent;

    /// <summary>Whether nothing is on its way.</summary>
    public bool IsDone => file is null;

    /// <summary>Whether another file is begun after this one.</summary>
    public bool GoesOn { get; set; } = true;

    public async Task Step()
    {
        if (file is null && !GoesOn)
        {
            return;
        }
        file ??= new SentFile(
            dice.Next(),
            $"{name}{++sent}",
            exporters,
            dice.Next(FewestLines, MostLines)
        );
        await (
            id is null ? Begin(file)
            : upload.Import is null ? SendPart(id.Value)
            : !upload.Mapped ? Map(upload.Import.Value)
            : Commit(upload.Import.Value)
        );
    }

    private async Task Begin(SentFile beginning)
    {
        var form = (await caller.Form("/customs/new"))!;
        form.RemoveAll(f => f.Key is "Reach");
        var answer = await caller.Json<Begun>(
            new HttpRequestMessage(HttpMethod.Post, "/customs/new?handler=Begin")
            {
                Content = new FormUrlEncodedContent([
                    .. form,
                    new("Reach", province),
                    new("name", beginning.Name + ".csv"),
                    new("length", $"{beginning.Bytes.Length}"),
                ]),
            }
        );
        id = Guid.Parse(answer.To[(answer.To.LastIndexOf('/') + 1)..]);
        upload = new SentUpload(beginning);
        acknowledged.Uploads[id.Value] = upload;
    }

    private async Task SendPart(Guid to)
    {
        var path = $"/customs/files/{to}";
        var state = await caller.Json<State>(
            new HttpRequestMessage(HttpMethod.Get, $"{path}?handler=State")
        );
        Note(state);
        if (state.To is null)
        {
            var token = Token().Match(await caller.Page(path) ?? "").Groups["token"].Value;
            var from = (int)state.Received;
            var length = Math.Min(dice.Next(SmallestPart, LargestPart), file!.Bytes.Length - from);
            var request = new HttpRequestMessage(
                HttpMethod.Post,
                $"{path}?handler=Parts&from={from}"
            )
            {
                Content = new ByteArrayContent(file.Bytes, from, length),
            };
            request.Headers.Add("RequestVerificationToken", token);
            moments.Now(Moment.Part);
            state = await caller.Json<State>(request);
            Note(state);
        }
        if (state.To is { } begun)
        {
            upload.Import = Guid.Parse(begun.Split('/')[2]);
        }
    }

    private void Note(State state)
    {
        if (state.Received < upload.Received)
        {
            throw new StrangeAnswerException(
                $"{file!.Name}: {state.Received} bytes are there, and {upload.Received} were acknowledged."
            );
        }
        upload.Received = state.Received;
    }

    private async Task Map(Guid import)
    {
        var path = $"/customs/{import}/map";
        // Sent elsewhere: it is being read, by the form whose answer was lost.
        if (await caller.Form(path) is { } form)
        {
            await caller.Post(path, form);
        }
        upload.Mapped = true;
        moments.Now(Moment.Reading);
    }

    private async Task Commit(Guid import)
    {
        var page = await caller.Page($"/customs/{import}") ?? "";
        if (page.Contains($"/customs/{import}/commit\"", StringComparison.Ordinal))
        {
            var path = $"/customs/{import}/commit";
            if (await caller.Form(path) is { } form)
            {
                upload.CommitAsked = true;
                moments.Now(Moment.Commit);
                form.RemoveAll(f => f.Key is "Place");
                if (await caller.Post(path, [.. form, new("Place", "beside")]))
                {
                    Done();
                }
            }
        }
        else if (page.Contains($"/customs/{import}/withdraw\"", StringComparison.Ordinal))
        {
            // In force, by the form whose answer was lost.
            Done();
        }
        else if (page.Contains($"/customs/{import}/map\"", StringComparison.Ordinal))
        {
            (upload.Mapped, upload.Again) = (false, upload.Again + 1);
        }
        // Else it is being read: asked again with the next step.
    }

    private void Done()
    {
        upload.Committed = true;
        (file, id) = (null, null);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)" """)]
    private static partial Regex Token();

    private sealed record Begun(string To);

    private sealed record State(long Received, long Length, string? To);
}

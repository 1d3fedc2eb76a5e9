using Karvan.Platform.Files;
using Karvan.Platform.Values;

namespace Karvan.Web.Platform.Files;

/// <summary>A file of a form, received or refused; a page binds it as <see cref="IFormFile"/> and asks <see cref="Of"/>.</summary>
internal sealed class TakenFile(
    string input,
    string name,
    Outcome<ReceivedFile, FileRefusal> outcome
) : IFormFile
{
    /// <summary>What became of the file of a field.</summary>
    /// <exception cref="InvalidOperationException">The page does not carry <see cref="TakesFilesAttribute"/>.</exception>
    public static Outcome<ReceivedFile, FileRefusal> Of(IFormFile? file) =>
        file switch
        {
            null => FileRefusal.Missing,
            TakenFile taken => taken.Outcome,
            _ => throw new InvalidOperationException(
                $"{file.Name} came in without a look at it: the page needs [TakesFiles]."
            ),
        };

    public Outcome<ReceivedFile, FileRefusal> Outcome => outcome;
    public string Name => input;
    public string FileName => name;
    public long Length => outcome.Done ? outcome.Value.Length : 0;
    public string ContentType =>
        outcome.Done ? outcome.Value.Type.MediaType() : "application/octet-stream";
    public string ContentDisposition => "form-data";
    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    public Stream OpenReadStream() => outcome.Value.Read();

    public void CopyTo(Stream target) => OpenReadStream().CopyTo(target);

    public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) =>
        OpenReadStream().CopyToAsync(target, cancellationToken);
}

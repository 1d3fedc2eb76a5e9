namespace Karvan.Web.Settings;

/// <summary>Where traces and metrics are sent.</summary>
/// <param name="Endpoint"><c>Karvan__Otlp</c>: the collector's address, spoken to in protobuf over HTTP; null where the standard's own variables say all.</param>
public sealed record OtlpSettings(Uri? Endpoint)
{
    private const string Standard = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="InvalidOperationException">It is no address.</exception>
    public static OtlpSettings? Read(IConfiguration configuration)
    {
        if (configuration["Karvan:Otlp"] is { Length: > 0 } given)
        {
            return
                Uri.TryCreate(given, UriKind.Absolute, out var endpoint)
                && endpoint.Scheme is "http" or "https"
                ? new OtlpSettings(endpoint)
                : throw new InvalidOperationException(
                    $"Karvan__Otlp is '{given}': a whole address such as http://127.0.0.1:4318 was expected."
                );
        }
        return string.IsNullOrEmpty(configuration[Standard])
            ? null
            : new OtlpSettings(Endpoint: null);
    }
}

using Karvan.Platform.Backups;
using Karvan.Platform.Persistence;
using Karvan.Platform.Telemetry;
using Karvan.Web.Settings;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Karvan.Web.Telemetry;

/// <summary>Sends traces and metrics to a collector while the application runs, and what is left when it stops.</summary>
internal sealed partial class TelemetryWorker(
    OtlpSettings settings,
    HouseFigures figures,
    IServiceScopeFactory scopes,
    ILogger<TelemetryWorker> log
) : BackgroundService
{
    /// <summary>Shorter than the time between two sendings, which is a minute unless the standard's variables say otherwise.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(30);

    private readonly Lock stopping = new();
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Later lines win: whoever runs several names them apart with OTEL_SERVICE_NAME.
        var resource = ResourceBuilder
            .CreateEmpty()
            .AddService("karvan", serviceVersion: BackupManifest.Version)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "Npgsql", KarvanMeter.Name)
            .AddProcessor(new BareSpans())
            .AddOtlpExporter(o => Address(o, "v1/traces"))
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter([.. KeptLabels.Meters])
            .AddView(i => new MetricStreamConfiguration { TagKeys = KeptLabels.Of(i.Meter.Name) })
            .AddOtlpExporter(o => Address(o, "v1/metrics"))
            .Build();
        await Ask(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A host may be stopped from two sides at once, and both wait until all is sent.
        lock (stopping)
        {
            traces?.Dispose();
            metrics?.Dispose();
            (traces, metrics) = (null, null);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(BetweenQuestions);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            await Ask(stoppingToken);
        }
    }

    private async Task Ask(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await figures.Ask(
                scope.ServiceProvider.GetRequiredService<KarvanContext>(),
                cancellation
            );
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFault(fault);
        }
    }

    private void Address(OtlpExporterOptions options, string path)
    {
        if (settings.Endpoint is { } endpoint)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri($"{endpoint.ToString().TrimEnd('/')}/{path}");
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The figures of the database were not read; they will be tried again."
    )]
    private partial void LogFault(Exception fault);
}

internal static class TelemetrySetting
{
    public static void AddTelemetry(this IServiceCollection services, OtlpSettings? settings)
    {
        if (settings is not null)
        {
            services.AddSingleton(settings);
            services.AddHostedService<TelemetryWorker>();
        }
    }
}

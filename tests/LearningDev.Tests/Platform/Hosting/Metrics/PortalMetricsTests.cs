using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Hosting.Metrics;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Scheduling;
using LearningDev.Tests.Platform.Audit.Chain;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting.Metrics;

[Requirement("ADM-05")]
public class PortalMetricsTests
{
    [Fact]
    public async Task Events_Committed_AreCountedByName()
    {
        await using var portal = await AuditedPortal.StartAsync();
        using var listener = new Listened(portal);
        using (await portal.SignedInAsAsync("employee"))
        {
        }

        await using (var scope = portal.Scope())
        {
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<IEvents>().PublishAsync(new Told("never committed"));
        }

        listener.Seen.ShouldContain(("learningdev.audit.rows", 1, "event=SignedIn"));
        listener.Seen.ShouldNotContain(one => one.Tags.Contains(nameof(Told)));
    }

    [Fact]
    public async Task Job_Run_IsTimed()
    {
        await using var portal = await AuditedPortal.StartAsync();
        using var listener = new Listened(portal);
        await using var scope = portal.Scope();

        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunAsync("Audit head", CancellationToken.None);

        listener.Seen.ShouldContain(one => one.Name == "learningdev.job.duration" && one.Tags == "job=Audit head,outcome=Done");
    }

    [Fact]
    public async Task Outbox_MessagesWait_AreCountedWhenAskedFor()
    {
        await using var portal = await AuditedPortal.StartAsync();
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var now = DateTime.UtcNow;
            db.Add(new OutboxMessage { Id = "one", Kind = "email", Key = "one", CreatedUtc = now, NextAttemptUtc = now });
            db.Add(new OutboxMessage { Id = "two", Kind = "email", Key = "two", CreatedUtc = now, NextAttemptUtc = now, State = OutboxState.Delivered });
            await db.SaveChangesAsync();
        }

        using var listener = new Listened(portal);
        listener.Collect();

        listener.Seen.Where(one => one.Name == "learningdev.outbox.length").ShouldHaveSingleItem().ShouldBe(("learningdev.outbox.length", 1, "state=Waiting"));
    }

    [Fact]
    public async Task Export_EndpointConfigured_SendsTheMetricsThere()
    {
        var received = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/metrics", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
            return Results.Ok();
        });
        await collector.StartAsync();
        await using (var portal = new Exporting(collector.Urls.First()))
        {
            await portal.InitializeAsync();
            using (await portal.SignedInAsAsync("employee"))
            {
            }

            await using var scope = portal.Scope();
            scope.ServiceProvider.GetRequiredService<MeterProvider>().ForceFlush().ShouldBeTrue();
        }

        var all = string.Concat(received);
        all.ShouldContain("learningdev.audit.rows");
        all.ShouldContain("http.server.request.duration");
        all.ShouldNotContain("Whitfield");
    }

    [Fact]
    public async Task Export_NoEndpoint_SendsNothing()
    {
        await using var portal = await AuditedPortal.StartAsync();
        await using var scope = portal.Scope();

        scope.ServiceProvider.GetService<MeterProvider>().ShouldBeNull();
    }

    private sealed class Exporting(string collector) : PortalHost
    {
        protected override void Configuration(IDictionary<string, string?> settings)
        {
            settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
            settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        }
    }

    /// <summary>What one portal's own meter has measured.</summary>
    private sealed class Listened : IDisposable
    {
        private readonly MeterListener listener = new();

        public Listened(PortalHost portal)
        {
            using var scope = portal.Scope();
            var factory = scope.ServiceProvider.GetRequiredService<IMeterFactory>();
            scope.ServiceProvider.GetRequiredService<PortalMetrics>();
            listener.InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == PortalMetrics.MeterName && instrument.Meter.Scope == factory)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
            listener.Start();
        }

        public ConcurrentQueue<(string Name, double Value, string Tags)> Seen { get; } = new();

        public void Collect() => listener.RecordObservableInstruments();

        public void Dispose() => listener.Dispose();

        private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            List<string> words = [];
            foreach (var (key, tag) in tags)
            {
                words.Add($"{key}={tag}");
            }

            Seen.Enqueue((instrument.Name, value, string.Join(',', words)));
        }
    }
}

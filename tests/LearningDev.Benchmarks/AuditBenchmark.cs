using System.Diagnostics;
using System.Globalization;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Benchmarks;

/// <summary>What the audit's chain costs those who write, and how long a long one takes to be checked (ADM-03).</summary>
internal static class AuditBenchmark
{
    private const int Batch = 1000;
    private const int Writers = 8;

    public static async Task RunAsync(int rows, int commits, bool postgres)
    {
        await using var portal = await SearchPortal.StartAsync(postgres);
        await PublishAsync(portal.Services, commits / 10, writers: Writers, print: false);
        await PublishAsync(portal.Services, commits, writers: 1, print: true);
        await PublishAsync(portal.Services, commits, writers: Writers, print: true);
        await FillAsync(portal.Services, rows);
        await VerifyAsync(portal.Services);
    }

    // Each commit is a request that changes a row of its own and publishes an event.
    private static async Task PublishAsync(IServiceProvider services, int commits, int writers, bool print)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var commit = writer; commit < commits; commit += writers)
            {
                await using var scope = services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.Units.CountAsync(unit => unit.Code == "NONE");
                await scope.ServiceProvider.GetRequiredService<IEvents>().PublishAsync(Event(commit));
                await transaction.CommitAsync();
            }
        })));
        if (print)
        {
            Say($"{writers} writing at once: {commits / watch.Elapsed.TotalSeconds,7:0} commits a second");
        }
    }

    private static async Task FillAsync(IServiceProvider services, int rows)
    {
        var watch = Stopwatch.StartNew();
        for (var row = 0; row < rows; row += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IEvents>().PublishAllAsync([.. Enumerable.Range(row, Math.Min(Batch, rows - row)).Select(Event)]);
        }

        Say($"{rows} rows written, {Batch} in a commit: {watch.Elapsed.TotalSeconds:0.00} s");
    }

    private static async Task VerifyAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var result = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(known: null, CancellationToken.None);
        Say($"{result.Rows} rows checked: {watch.Elapsed.TotalSeconds:0.00} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0:0.0} MB more in memory. {result.Fault ?? "All sound."}");
    }

    private static AuditBenchmarkRun Event(int number) => new(number);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record AuditBenchmarkRun(int Number) : IPortalEvent
    {
        public AuditSubject Subject => new("Benchmark", Number.ToString(CultureInfo.InvariantCulture), "What an event happened to");

        public string Summary => "Published an event of usual length, for a benchmark";

        public IReadOnlyList<AuditChange> Changes => [new AuditChange("A value", "as it was before", "as it is after the change")];
    }
}

using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Scheduling;
using LearningDev.Tests.Platform.Outbox;
using LearningDev.TestSupport.Mail;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LearningDev.PostgresTests.Platform;

/// <summary>Two processes on one database and a mail server, and what a test needs to know of them.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    public const string Job = "Message retention";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-nodes-");
    private readonly Dictionary<string, PortalProcess> nodes = [];
    private NpgsqlConnection? holding;

    private TwoNodes(MailDev mail, SeededPortal database) => (Mail, Database) = (mail, database);

    public MailDev Mail { get; }

    public SeededPortal Database { get; }

    public PortalProcess East => nodes["east"];

    public PortalProcess West => nodes["west"];

    public static async Task<TwoNodes> StartAsync()
    {
        var started = new TwoNodes(await MailDev.StartAsync(), new SeededPortal());
        await started.Database.InitializeAsync();
        await started.HoldJobAsync();
        foreach (var name in (string[])["east", "west"])
        {
            started.nodes[name] = await PortalProcess.StartAsync(started.Database.ConnectionString,
            [
                .. started.Mail.Settings,
                new("Node:Name", name),
                new("Node:Folder", Path.Combine(started.folder.FullName, name)),
                new("Outbox:Lease", "00:00:05"),
                new("Jobs:CheckIn", "00:00:01"),
                new("Jobs:Messageretention:Schedule", "0/2 * * * * ?"),
                new("Logging:LogLevel:Default", "Warning"),
                new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
            ]);
        }

        return started;
    }

    /// <summary>The node of a name in the records of jobs, for example "east 1".</summary>
    public PortalProcess Named(string node) => nodes[node.Split(' ')[0]];

    /// <summary>Lets the job that was held go on, wherever it runs.</summary>
    public async Task ReleaseJobAsync()
    {
        if (holding is not null)
        {
            await holding.DisposeAsync();
            holding = null;
        }
    }

    /// <summary>Waits until the job has run, or runs, so.</summary>
    public async Task<JobRun> UntilJobAsync(Func<IQueryable<JobRun>, IQueryable<JobRun>> such)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            await using (var scope = Database.Scope())
            {
                var runs = scope.ServiceProvider.GetRequiredService<PortalDb>().Set<JobRun>().AsNoTracking().Where(run => run.Job == Job).OrderBy(run => run.Id);
                if (await such(runs).FirstOrDefaultAsync(limit.Token) is { } run)
                {
                    return run;
                }
            }

            await looks.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>What is wrong with the audit's chain; null when it holds.</summary>
    public async Task<string?> AuditFaultAsync()
    {
        await using var scope = Database.Scope();
        return (await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(known: null, CancellationToken.None)).Fault?.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await ReleaseJobAsync();
        foreach (var node in nodes.Values)
        {
            await node.DisposeAsync();
        }

        await Database.DisposeAsync();
        await Mail.DisposeAsync();
        folder.Delete(recursive: true);
    }

    // The job deletes old messages; it waits in the middle of that for as long as somebody else has one of them locked.
    private async Task HoldJobAsync()
    {
        await using (var scope = Database.Scope())
        {
            var services = scope.ServiceProvider;
            await services.GetRequiredService<IOutbox>().EnqueueAsync(new RunJob(Job), "held");
            var old = DateTime.UtcNow.AddYears(-20);
            await services.GetRequiredService<PortalDb>().Set<OutboxMessage>().Where(row => row.Key == "held").ExecuteUpdateAsync(row => row
                .SetProperty(x => x.State, OutboxState.Delivered).SetProperty(x => x.EndedUtc, old));
        }

        holding = new NpgsqlConnection(Database.ConnectionString);
        await holding.OpenAsync();
        await using var command = new NpgsqlCommand("BEGIN; SELECT id FROM platform_outbox WHERE key = 'held' FOR UPDATE", holding);
        await command.ExecuteScalarAsync();
    }
}

using LearningDev.Platform.Audit;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Platform.Audit.Chain;

/// <summary>A portal whose audit a test may spoil, on a database of its own.</summary>
internal static class AuditedPortal
{
    public static async Task<PortalHost> StartAsync()
    {
        var portal = new PortalHost();
        await portal.InitializeAsync();
        return portal;
    }

    public static async Task TellAsync(this PortalHost portal, params IEnumerable<IPortalEvent> events)
    {
        await using var scope = portal.Scope();
        foreach (var one in events)
        {
            await scope.ServiceProvider.GetRequiredService<IEvents>().PublishAsync((Told)one);
        }
    }

    public static async Task<AuditVerification> VerifyAsync(this PortalHost portal, AuditHead? known = null)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(known, CancellationToken.None);
    }

    public static async Task<AuditHead> HeadAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditChainRow>().AsNoTracking().SingleAsync()).Head;
    }

    /// <summary>Writes past the portal, as whoever holds the database can.</summary>
    public static async Task SpoilAsync(this PortalHost portal, string sql)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync(sql);
    }

    public static async Task<IReadOnlyList<AuditEntry>> RowsAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }
}

internal sealed record Told(string Text) : IPortalEvent
{
    public AuditSubject Subject => new("Thing", "thing", Text);

    public string Summary => $"Told {Text}";

    public IReadOnlyList<AuditChange> Changes => [new AuditChange("Text", "", Text)];

    public string Reason => "A test";
}

using LearningDev.Platform.Audit;
using LearningDev.Platform.Audit.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Platform.Audit.Chain;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Audit.Keeping;

[Requirement("ADM-03")]
public class AuditRetentionTests
{
    [Fact]
    public async Task Run_NothingIsOld_DoesNothing()
    {
        await using var portal = await AuditedPortal.StartAsync();
        var head = await portal.HeadAsync();

        (await RunAsync(portal)).ShouldBe("");

        (await portal.HeadAsync()).ToString().ShouldBe(head.ToString());
    }

    [Fact]
    public async Task Run_RowsOlderThanTheSetting_AreRemovedAndTheChainIsSound()
    {
        await using var portal = await AuditedPortal.StartAsync();
        var kept = await portal.HeadAsync();
        portal.Clock.Advance(TimeSpan.FromDays(366 * 6));
        await portal.TellAsync(new Told("new"));
        var before = await portal.RowsAsync();

        (await RunAsync(portal)).ShouldStartWith($"{before.Count - 1} rows removed");

        var rows = await portal.RowsAsync();
        rows[0].SubjectName.ShouldBe("new");
        rows.ShouldContain(row => row.Event == nameof(AuditShortened));
        var result = await portal.VerifyAsync();
        result.Fault.ShouldBeNull();
        result.Chain.StartCount.ShouldBe(before.Count - 1);
        (await portal.VerifyAsync(kept)).Fault.ShouldBeNull();
        await portal.SpoilAsync($"DELETE FROM audit_entry WHERE id = {rows[0].Id}");
        (await portal.VerifyAsync()).Fault.ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_AllRowsAreOld_LeavesWhatSaysSo()
    {
        await using var portal = await AuditedPortal.StartAsync();
        portal.Clock.Advance(TimeSpan.FromDays(366 * 7));

        await RunAsync(portal);

        (await portal.RowsAsync()).Select(row => row.Event).ShouldBe([nameof(AuditShortened)]);
        (await portal.VerifyAsync()).Fault.ShouldBeNull();
        (await RunAsync(portal)).ShouldBe("");
    }

    [Fact]
    public async Task Run_OldSignIns_KeepOnlyThatTheyHappened()
    {
        await using var portal = await AuditedPortal.StartAsync();
        using (await portal.SignedInAsAsync("employee"))
        {
        }

        await SaveAsync(portal, new AuditSettings { KeepSignInsDays = 90 });
        portal.Clock.Advance(TimeSpan.FromDays(91));

        (await RunAsync(portal)).ShouldBe("0 rows removed, 1 sign-ins emptied");

        var row = (await portal.RowsAsync()).Single(row => row.Event == "SignedIn");
        row.PersonName.ShouldBe("");
        row.SubjectName.ShouldBe("");
        row.Summary.ShouldBe("");
        row.Data.ShouldBe("{}");
        var result = await portal.VerifyAsync();
        result.Fault.ShouldBeNull();
        result.Emptied.ShouldBe(1);
        var page = await portal.GetDocumentAsync($"/admin/audit/{row.Id}", "administrator");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Signed in");
        page.QuerySelector("main")!.TextContent.ShouldContain("No longer kept");
    }

    private static async Task<string> RunAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<AuditRetention>().RunAsync(CancellationToken.None);
    }

    private static async Task SaveAsync(PortalHost portal, AuditSettings settings)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(settings);
        scope.ServiceProvider.GetRequiredService<PortalDb>().ChangeTracker.HasChanges().ShouldBeFalse();
    }
}

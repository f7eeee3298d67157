using System.Net;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Hosting.Health;

[Requirement("ADM-05")]
public class HealthTests
{
    [Fact]
    public async Task Ready_MigrationMissing_IsNotReady()
    {
        await using var portal = new PortalHost();
        await portal.InitializeAsync();
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync(
                """DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT max("MigrationId") FROM "__EFMigrationsHistory")""");
        }

        using var client = portal.SignedOut();
        using var ready = await client.GetAsync("/health/ready");
        using var live = await client.GetAsync("/health/live");

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ready_DiskNearlyFull_IsNotReadyWhereTheDatabaseLiesThere()
    {
        await using var portal = new NearlyFull();
        await portal.InitializeAsync();
        using var client = portal.SignedOut();

        using var ready = await client.GetAsync("/health/ready");

        (await ready.Content.ReadAsStringAsync()).ShouldBe(TestDatabase.IsPostgres ? "Degraded" : "Unhealthy");
    }

    private sealed class NearlyFull : PortalHost
    {
        protected override void Configuration(IDictionary<string, string?> settings) => settings["Health:LeastDiskMegabytes"] = "1000000000";
    }
}

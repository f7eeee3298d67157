using System.Diagnostics;
using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Modules;

[Requirement("ADM-05")]
public class FeaturesOnNodesTests
{
    private const string Catalogue = "LearningDev.Catalogue";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Switch_OnOneNode_ActsOnTheOtherWithinASecond()
    {
        await using var database = await PortalHost.DemonstrationDatabaseAsync();
        await using var here = await PortalProcess.StartAsync(PortalProcessOptions.On(database));
        using var there = new HttpClient { BaseAddress = here.Address };
        // Signed out, a page of a module that is on asks to sign in, and one of a module that is off is not there.
        (await StatusAsync(there)).ShouldNotBe(HttpStatusCode.NotFound);
        await using var node = new Node(database);
        await node.InitializeAsync();
        await using (var scope = node.Scope())
        {
            (await scope.ServiceProvider.GetRequiredService<Features>().DisableCatalogueAsync()).ShouldBeTrue();
        }

        var since = Stopwatch.StartNew();
        TimeSpan asked;
        HttpStatusCode answer;
        do
        {
            asked = since.Elapsed;
            answer = await StatusAsync(there);
        }
        while (answer != HttpStatusCode.NotFound && since.Elapsed < Patience);

        answer.ShouldBe(HttpStatusCode.NotFound);
        // The last question was asked at most one life of a kept value after the change; the rest is what the machine takes for an answer.
        asked.ShouldBeLessThan(PortalCacheLifetime.Usual.Value + TimeSpan.FromSeconds(1));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/api/catalogue/suggest?q=stress", UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>Another node on the same database.</summary>
    private sealed class Node(DatabaseCopy database) : PortalHost
    {
        protected override Task<DatabaseCopy> MakeDatabaseAsync() => Task.FromResult(database);
    }
}

using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Pathways;

/// <summary>A council with many pathways.</summary>
public class ManyPathwaysTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_ManyPathways_TakesAsManyQueriesAsFew()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var before = await CountAsync(client);
        for (var number = 0; number < 30; number++)
        {
            await portal.PublishProgrammeAsync($"many-{number}", ["report-writing", "time-management", "core-learning-pathway"]);
        }

        await client.MarkAsync("report-writing");

        (await CountAsync(client)).ShouldBeLessThanOrEqualTo(before + 1);
        var page = await client.GetPageAsync("/catalogue/pathways");
        page.QuerySelectorAll(".app-card").Length.ShouldBe(20);
        page.QuerySelector(".govuk-pagination").ShouldNotBeNull();
    }

    private async Task<int> CountAsync(HttpClient client)
    {
        await client.GetPageAsync("/catalogue/pathways");
        portal.Queries.Restart();
        await client.GetPageAsync("/catalogue/pathways");
        return portal.Queries.Count;
    }
}

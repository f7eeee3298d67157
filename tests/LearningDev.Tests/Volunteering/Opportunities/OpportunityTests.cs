using System.Net;
using LearningDev.Content.Items;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.Volunteering.Opportunities;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Opportunities;

[Requirement("VOL-01")]
public class OpportunityTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    [Fact]
    public async Task Get_Opportunity_SaysWhatPeopleNeedToKnow()
    {
        var page = await portal.GetDocumentAsync("/volunteering/opportunities/telephone-friend");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Telephone friend");
        var main = page.MainText();
        foreach (var words in (string[])["Kindred Voices", "What you would do", "Listening and support", "A DBS check", "From home", "1 hour a week", "volunteers@kindred-voices.example"])
        {
            main.ShouldContain(words);
        }

        page.QuerySelector("a[href='/volunteering/claims/new/about?opportunity=vol-telephone-friend']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/volunteering/opportunities/nothing")]
    [InlineData("/volunteering/opportunities/managing-stress")]
    public async Task Get_NoSuchOpportunity_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ClaimForIt_HasTheOrganisationFilledIn() =>
        (await portal.GetDocumentAsync("/volunteering/claims/new/about?opportunity=vol-telephone-friend")).QuerySelector("input[name='VolunteeringClaim.Organisation']")!.GetAttribute("value")
            .ShouldBe("Kindred Voices");

    [Fact]
    public async Task Job_LastDayIsOver_ArchivesIt()
    {
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            foreach (var (id, day) in new[] { ("vol-river-clean-up-day", VolunteeringPages.Today.AddDays(-1)), ("vol-museum-welcome", VolunteeringPages.Today) })
            {
                var item = (await items.FindAsync(id, VersionChoice.Latest))!;
                item.Alter<VolunteeringOpportunity>(part => part.EndsOn.Value = day.ToDateTime(default));
                await items.PublishAsync(item);
            }
        }

        (await portal.GetDocumentAsync("/volunteering/opportunities/river-clean-up-day")).MainText().ShouldContain("This has ended on 30 November 2026");
        await using (var scope = portal.Scope())
        {
            (await ActivatorUtilities.CreateInstance<EndedOpportunitiesJob>(scope.ServiceProvider).RunAsync(default)).ShouldBe("1 opportunity archived");
            (await ActivatorUtilities.CreateInstance<EndedOpportunitiesJob>(scope.ServiceProvider).RunAsync(default)).ShouldBe("");
        }

        var titles = (await portal.GetDocumentAsync("/volunteering")).Titles();
        titles.ShouldNotContain("River clean-up day");
        titles.ShouldContain("Museum welcome");
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/volunteering/opportunities/river-clean-up-day");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

using LearningDev.Funding.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Listing;

[Requirement("FUN-01")]
public class ListTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Nothing_SaysSo() =>
        (await portal.GetDocumentAsync("/funding/requests", "editor")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("You have asked for no training yet");

    [Fact]
    public async Task Get_Demonstration_ShowsOwnRequestsInTheirStatesAndInTheMenu()
    {
        var page = await portal.GetDocumentAsync("/funding/requests");
        page.Titles().ShouldBe(["Telling stories with data", "Power BI for analysts", "Designing surveys that people answer", "Presenting with confidence"], ignoreOrder: true);
        page.QuerySelectorAll("main .govuk-tag").Select(tag => tag.TextContent.Trim()).ShouldBe(["Draft", "Approved", "Waiting for a decision", "Sent back to be changed"], ignoreOrder: true);
        page.QuerySelector(".govuk-service-navigation__item--active")!.TextContent.ShouldContain("Training requests");
        page.QuerySelector("main a[href='/funding/all-requests']").ShouldBeNull();
        (await portal.GetDocumentAsync("/funding/requests", "hr")).QuerySelector("main a[href='/funding/all-requests']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_Many_ArePagedWithoutMoreQueries()
    {
        await portal.WriteAsync(db => db.AddRange(Enumerable.Range(0, 45).Select(index => new RequestRow
        {
            ItemId = $"paged-{index}",
            PersonId = "",
            CreatedUtc = DateTime.UtcNow,
            ChangedUtc = DateTime.UtcNow,
            Title = $"Course {index}",
        })));
        var person = await portal.PersonIdAsync("coach");
        await portal.WriteAsync(db => db.AddRange(Enumerable.Range(0, 45).Select(index => new RequestRow
        {
            ItemId = $"mine-{index}",
            PersonId = person,
            CreatedUtc = DateTime.UtcNow,
            ChangedUtc = DateTime.UtcNow.AddMinutes(-index),
            Title = $"Course {index}",
        })));
        using var client = await portal.SignedInAsAsync("coach");
        var last = await client.GetPageAsync("/funding/requests?p=9");
        last.QuerySelector("title")!.TextContent.ShouldStartWith("Your training requests (page 3 of 3)");
        last.Titles().Count.ShouldBe(5);
        (await portal.QueriesOfAsync(client, "/funding/requests")).ShouldBeLessThanOrEqualTo(await portal.QueriesOfAsync(client, "/funding/requests?p=3") + 1);
    }
}

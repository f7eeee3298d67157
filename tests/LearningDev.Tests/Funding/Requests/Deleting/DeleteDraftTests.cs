using System.Net;
using LearningDev.Content.Items;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Deleting;

[Requirement("FUN-01")]
public class DeleteDraftTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_OfSomebodyElseOrSent_IsNotFound()
    {
        var theirs = await portal.BegunAsync("Chess", "manager");
        var sent = await portal.SentAsync("Draughts");
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var id in (string[])[theirs, sent, "none"])
        {
            using var answer = await client.GetAsync($"/funding/requests/{id}/delete");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Get_Draft_SaysWhatIsLost()
    {
        var page = await portal.GetDocumentAsync($"/funding/requests/{await portal.BegunAsync("Bridge")}/delete");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Delete this draft?");
        page.QuerySelector("main")!.TextContent.ShouldContain("Bridge");
    }

    [Fact]
    public async Task Post_Draft_IsGoneWithAnEvent()
    {
        var id = await portal.BegunAsync("Whist");
        var url = $"/funding/requests/{id}/delete";
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url));
        answer.Headers.Location!.OriginalString.ShouldBe("/funding/requests");
        (await client.GetPageAsync("/funding/requests")).Banner().ShouldBe("The draft is deleted");
        (await portal.ReadAsync(db => db.Set<LearningDev.Funding.Requests.RequestRow>().AnyAsync(row => row.ItemId == id))).ShouldBeFalse();
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.SubjectId == id && entry.Event == nameof(ContentRemoved)))).ShouldBeTrue();
    }

    [Fact]
    public async Task Post_SentInTheMeantime_IsKept()
    {
        var id = await portal.DraftAsync("Snap");
        var url = $"/funding/requests/{id}/delete";
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync(url)).Form(url);
        await portal.SendAsync(id);
        using var answer = await client.SubmitAsync(form);
        (await client.GetPageAsync("/funding/requests")).Banner().ShouldBe("This draft could not be deleted, because it is sent or deleted already");
        (await portal.RowAsync(id)).State.ShouldBe(LearningDev.Funding.Requests.RequestState.Sent);
    }
}

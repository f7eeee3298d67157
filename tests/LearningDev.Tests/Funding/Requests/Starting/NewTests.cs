using System.Net;
using LearningDev.Catalogue.Entries;
using LearningDev.Content.Items;
using LearningDev.Funding.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Starting;

[Requirement("FUN-01")]
public class NewTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/funding/requests/new";

    [Fact]
    public async Task Get_EntryThatThereIsNotOrThatIsForOthers_IsNotFound()
    {
        var restricted = await portal.RestrictedAsync();
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var entry in (string[])["nothing", restricted.ContentItemId])
        {
            using var answer = await client.GetAsync($"{Url}?entry={entry}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, entry);
        }
    }

    [Fact]
    public async Task Get_Nothing_OffersTheCatalogueAndABoxForOtherLearning()
    {
        var page = await portal.GetDocumentAsync(Url);
        page.QuerySelector("main a[href='/catalogue']").ShouldNotBeNull();
        page.QuerySelector("#LearningTitle").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_NoTitle_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync(Url);
        using var answer = await client.SubmitAsync(page.Form(Url), ("LearningTitle", " "));
        (await answer.ReadPageAsync()).Errors().ShouldBe(["Enter what it is called"]);
    }

    [Fact]
    public async Task Post_OtherLearningTwice_IsOneDraftWithItsEvent()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync(Url);
        using var answer = await client.SubmitAsync(page.Form(Url), ("LearningTitle", "Bookbinding"));
        using var again = await client.SubmitAsync(page.Form(Url), ("LearningTitle", "Bookbinding"));

        var row = await portal.ReadAsync(db => db.TrainingRequests.AsNoTracking().SingleAsync(one => one.Title == "Bookbinding"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{row.ItemId}/learning");
        again.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{row.ItemId}/learning");
        (row.State, row.PersonName, row.CaseId).ShouldBe((RequestState.Draft, "Sam Whitfield", null));
        (await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == row.ItemId).Select(entry => entry.Event).ToListAsync())).ShouldBe([nameof(ContentDraftSaved)]);
    }

    [Fact]
    public async Task Post_IdOfSomebodyElse_IsNotFound()
    {
        var theirs = await portal.BegunAsync("Fencing", "manager");
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync(Url);
        var form = page.Form(Url);
        form.QuerySelector("input[name=Draft]")!.SetAttribute("value", theirs);
        using var answer = await client.SubmitAsync(form, ("LearningTitle", "Fencing for me"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Entry_AskForFunding_FillsInWhatTheCatalogueKnows()
    {
        var entry = await portal.ReadAsync(db => db.CatalogueEntries.AsNoTracking().FirstAsync(one => !one.IsRestricted && one.CostFrom > 0 && one.QualificationLevel != null && one.ProviderId != null));
        using var client = await portal.SignedInAsAsync("employee");
        var course = await client.GetPageAsync($"/catalogue/{entry.Slug}");
        var link = course.QuerySelector("a[href^='/funding/requests/new']")!;
        link.TextContent.ShouldBe("Ask for funding");

        var page = await client.GetPageAsync(link.GetAttribute("href")!);
        using var answer = await client.SubmitAsync(page.Form(Url));

        var row = await portal.ReadAsync(db => db.TrainingRequests.AsNoTracking().SingleAsync(one => one.Title == entry.Title && one.State == RequestState.Draft));
        answer.Headers.Location!.OriginalString.ShouldBe($"/funding/requests/{row.ItemId}/learning");
        var answers = await portal.AnswersAsync(row.ItemId);
        answers.Entry.ContentItemIds.ShouldBe([entry.ContentItemId]);
        (answers.IsQualification?.Value, answers.Classification.Text, answers.TotalCost.Value).ShouldBe((true, entry.Classification, entry.CostFrom));
        answers.Provider.Text.ShouldNotBeNullOrEmpty();
    }
}

using System.Net;
using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Bulk.Confirming;

[Requirement("CMS-01")]
public class ChangeManyTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/bulk/x");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_OfSomebodyElseOrNone_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var other = await portal.SignedInAsAsync("administrator");
        var address = await client.ChooseAsync(["managing-stress"], "Publish");

        using var ofOther = await other.GetAsync(address);
        using var ofNobody = await client.GetAsync("/content/bulk/no-such-change");

        ofOther.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ofNobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Publish_DraftsOneOfWhichIsNotComplete_PublishesTheOthersAndSaysWhy()
    {
        using var client = await portal.SignedInAsAsync("editor");
        string[] ids = [await client.AddProviderAsync("Numbat one"), await client.AddProviderAsync("Numbat two")];
        var course = await portal.DraftAsync("Course", new() { ["TitlePart"] = new System.Text.Json.Nodes.JsonObject { ["Title"] = "Numbat course" } });
        var live = await client.AddProviderAsync("Numbat live", EditorPages.Publish);

        var address = await client.ChooseAsync([.. ids, course.ContentItemId, live], "Publish", ("ChangeNote", "The numbats are ready"));
        var page = await client.GetPageAsync(address);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Publish 4 items?");
        (await client.GroupAsync(address, BulkOutcome.Ready)).Select(item => item.Title).ShouldBe(["Numbat one", "Numbat two"]);
        (await client.GroupAsync(address, BulkOutcome.Unchanged)).ShouldBe([("Numbat live", "It is published already")]);
        (await client.GroupAsync(address, BulkOutcome.Refused)).Single().Words.ShouldContain("Enter summary");
        (await portal.PublishedAsync(ids[0])).ShouldBeNull();

        await client.ConfirmAsync(address);

        (await client.GetPageAsync(address)).QuerySelector("h1")!.TextContent.ShouldBe("2 items changed");
        (await client.GroupAsync(address, BulkOutcome.Done)).Select(item => item.Title).ShouldBe(["Numbat one", "Numbat two"]);
        (await client.GroupAsync(address, BulkOutcome.Refused)).Select(item => item.Title).ShouldBe(["Numbat course"]);
        foreach (var id in ids)
        {
            var published = (await portal.PublishedAsync(id))!;
            (published.Author, published.Note).ShouldBe(("editor", "The numbats are ready"));
            (await portal.EventsAsync(id)).ShouldContain("ContentPublished");
        }

        (await portal.EventsAsync(address.Split('/')[^1])).ShouldBe(["BulkChangeChosen", "BulkChangeBegun"]);
    }

    [Fact]
    public async Task Post_Twice_ChangesOnce()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Bilby");
        var address = await client.ChooseAsync([id], "Publish");
        var form = (await client.GetPageAsync(address)).Form(address);

        using var first = await client.SubmitAsync(form);
        using var second = await client.SubmitAsync(form);
        await client.GetPageAsync(address);
        using var third = await client.SubmitAsync(form);

        second.Headers.Location!.OriginalString.ShouldBe(address);
        third.Headers.Location!.OriginalString.ShouldBe(address);
        (await client.GroupAsync(address, BulkOutcome.Done)).Count.ShouldBe(1);
        (await portal.EventsAsync(id)).Count(name => name == "ContentPublished").ShouldBe(1);
    }

    [Fact]
    public async Task Unpublish_AndArchive_TakeThemOffAndRefuseWhatIsArchived()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var live = await client.AddProviderAsync("Potoroo live", EditorPages.Publish);
        var draft = await client.AddProviderAsync("Potoroo draft");

        var off = await client.ChooseAsync([live, draft], "Unpublish");
        (await client.GroupAsync(off, BulkOutcome.Unchanged)).ShouldBe([("Potoroo draft", "It is not published")]);
        await client.ConfirmAsync(off);
        await client.GetPageAsync(off);
        (await portal.PublishedAsync(live)).ShouldBeNull();

        var archive = await client.ChooseAsync([live, draft], "Archive");
        await client.ConfirmAsync(archive);
        (await client.GroupAsync(archive, BulkOutcome.Done)).Count.ShouldBe(2);
        (await portal.LatestAsync(draft))!.ArchivedUtc.ShouldNotBeNull();

        var again = await client.ChooseAsync([live], "Publish");
        (await client.GroupAsync(again, BulkOutcome.Refused)).Single().Words.ShouldBe("It is archived. Take it out of the archive first");
        (await client.GetPageAsync(again)).Forms.Where(form => form.Action.EndsWith(again, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_ItemWasChangedMeanwhile_IsLeftAndSaidSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Quoll");
        var address = await client.ChooseAsync([id], "Publish");
        await client.GetPageAsync(address);
        await client.ChangeAsync(id, "Quoll, not to be seen yet", EditorPages.SaveDraft);

        await client.ConfirmAsync(address);

        (await client.GroupAsync(address, BulkOutcome.Refused)).Single().Words.ShouldBe("It was changed after you had looked at it");
        (await client.GetPageAsync(address)).QuerySelector("h1")!.TextContent.ShouldBe("Nothing was changed");
        (await portal.PublishedAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Run_WasInterrupted_GoesOnAndChangesNothingTwice()
    {
        using var client = await portal.SignedInAsAsync("editor");
        string[] ids = [await client.AddProviderAsync("Kowari one"), await client.AddProviderAsync("Kowari two")];
        var address = await client.ChooseAsync(ids, "Publish");
        await client.GetPageAsync(address);

        // As a stop leaves it: running, the first item done.
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var id = address.Split('/')[^1];
            await db.Set<BulkChange>().Where(row => row.Id == id).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.State, BulkState.Running).SetProperty(x => x.AliveUtc, DateTime.UtcNow.AddHours(-1)));
            await db.Set<BulkItem>().Where(row => row.BulkId == id && row.Number == 1).ExecuteUpdateAsync(row => row.SetProperty(x => x.Outcome, BulkOutcome.Done));
        }

        (await client.GetPageAsync(address)).QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("This was interrupted");
        await client.ConfirmAsync(address);

        (await client.GroupAsync(address, BulkOutcome.Done)).Count.ShouldBe(2);
        (await portal.PublishedAsync(ids[0])).ShouldBeNull();
        (await portal.PublishedAsync(ids[1])).ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_MoreThanAHundred_IsDoneApartAndShownInPages()
    {
        using var client = await portal.SignedInAsAsync("editor");
        List<string> ids = [];
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            for (var number = 1; number <= 103; number++)
            {
                var item = items.New("Provider");
                item.Content = ItemLives.Provider($"Dunnart {number:000}");
                ids.Add((await items.SaveDraftAsync(item)).ContentItemId);
            }
        }

        var page = await client.GetPageAsync($"{BulkPages.Choose}?whole=true&list=%3Fq%3Ddunnart%26sort%3DTitle");
        using var answer = await client.SubmitAsync(page.Form(BulkPages.Choose), ("Action", "Archive"));
        var address = answer.Headers.Location!.OriginalString;
        await WaitAsync(client, address, BulkState.Checked);
        await client.ConfirmAsync(address);
        await WaitAsync(client, address, BulkState.Done);

        var done = await client.GetPageAsync(address);
        done.QuerySelector("h1")!.TextContent.ShouldBe("103 items changed");
        done.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        (await client.GroupAsync($"{address}?p=6", BulkOutcome.Done)).Select(item => item.Title).ShouldBe(["Dunnart 101", "Dunnart 102", "Dunnart 103"]);
        (await portal.LatestAsync(ids[102]))!.ArchivedUtc.ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_Expired_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var address = await client.ChooseAsync(["managing-stress"], "Unpublish");
        await client.GetPageAsync(address);
        await using (var scope = portal.Scope())
        {
            var id = address.Split('/')[^1];
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<BulkChange>().Where(row => row.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(x => x.ExpiresUtc, DateTime.UtcNow.AddMinutes(-1)));
        }

        using var answer = await client.GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.RunJobAsync("Expired changes of many items")).ShouldBe("Deleted 1");
    }

    // Each look waits for the work for some seconds.
    private async Task WaitAsync(HttpClient client, string address, BulkState state)
    {
        for (var looks = 0; (await portal.BulkAsync(address)).State != state && looks < 10; looks++)
        {
            await client.GetPageAsync(address);
        }

        (await portal.BulkAsync(address)).State.ShouldBe(state);
    }
}

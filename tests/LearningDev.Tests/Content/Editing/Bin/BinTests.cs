using System.Net;
using LearningDev.Content.Editing.Bin;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Bin;

[Requirement("CMS-01")]
public class BinTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content/bin";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_WordsAndType_NarrowTheList()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await RemovedAsync(client, "Wombat course provider");
        await RemovedAsync(client, "Wallaby");

        var found = await client.GetPageAsync($"{Url}?q=WOMBAT&type=Provider");

        var row = found.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent;
        row.ShouldContain("Wombat course provider");
        row.ShouldContain("Owen Pritchard");
        (await client.GetPageAsync($"{Url}?q=wombat&type=Course")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing found");
    }

    [Fact]
    public async Task Get_LongBin_IsPagedWithoutAQueryForEachRow()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.AddRange(Enumerable.Range(1, 25).Select(number => new BinnedItem
            {
                ContentItemId = $"bandicoot{number}",
                ContentType = "Provider",
                DisplayText = $"Bandicoot {number}",
                VersionId = $"bandicoot{number}",
                RemovedUtc = DateTime.UtcNow,
                RemovedBy = "editor",
            }));
            await db.SaveChangesAsync();
        }

        await client.GetPageAsync($"{Url}?q=bandicoot");
        portal.Queries.Restart();
        var page = await client.GetPageAsync($"{Url}?q=bandicoot");

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        portal.Queries.Count.ShouldBeLessThan(15);
        (await client.GetPageAsync($"{Url}?q=bandicoot&page=2")).QuerySelectorAll("tbody tr").Length.ShouldBe(5);
    }

    [Fact]
    public async Task Post_BringBack_MakesItsLastVersionADraft()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await RemovedAsync(client, "Quoll");
        var form = (await client.GetPageAsync($"{Url}?q=quoll")).Forms.Single(form => form.Elements["Id"] is not null || form.QuerySelector("input[name=Id]") is not null);

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        again.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        var item = (await portal.LatestAsync(id))!;
        (item.Published, item.Note).ShouldBe((false, "Brought back from the bin"));
        (await client.GetPageAsync($"{Url}?q=quoll")).QuerySelector("tbody").ShouldBeNull();
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentRemoved", "ContentRestored"]);
    }

    [Fact]
    public async Task Post_AddressTakenMeanwhile_SaysSoAndKeepsItInTheBin()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await RemovedAsync(client, "Potoroo");
        await client.AddProviderAsync("Potoroo");
        var form = (await client.GetPageAsync($"{Url}?q=potoroo")).Forms.Single(form => form.QuerySelector("input[name=Id]") is not null);

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).Errors()[0].ShouldContain("The address providers/potoroo is used by another page");
        (await portal.LatestAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Post_DeletedMeanwhile_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await RemovedAsync(client, "Bilby");
        var form = (await client.GetPageAsync($"{Url}?q=bilby")).Forms.Single(form => form.QuerySelector("input[name=Id]") is not null);
        using var deleted = await client.SubmitAsync((await client.GetPageAsync($"{Url}/{id}/delete")).Form($"{Url}/{id}/delete"));

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).Errors()[0].ShouldContain("It is not in the bin any more");
    }

    private static async Task<string> RemovedAsync(HttpClient client, string title)
    {
        var id = await client.AddProviderAsync(title, EditorPages.Publish);
        using var removed = await client.ConfirmAsync(id, "remove");
        return id;
    }
}

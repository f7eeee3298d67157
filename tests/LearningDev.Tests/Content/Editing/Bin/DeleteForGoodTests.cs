using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Bin;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Bin;

[Requirement("CMS-01")]
public class DeleteForGoodTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_WithoutPermissionToPublish_IsForbidden()
    {
        await portal.LetCoachesWriteAsync();
        using var client = await portal.SignedInAsAsync("coach");

        using var answer = await client.GetAsync("/content/bin/x/delete");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_ItemThatIsNotInTheBin_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/bin/managing-stress/delete");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Confirmed_DeletesAllVersionsAndIsAudited()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Gone for good", EditorPages.Publish);
        await client.ChangeAsync(id, "Gone for good soon", EditorPages.SaveDraft);
        using var removed = await client.ConfirmAsync(id, "remove");
        var form = (await client.GetPageAsync($"/content/bin/{id}/delete")).Form($"/content/bin/{id}/delete");

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe("/content/bin");
        again.Headers.Location!.OriginalString.ShouldBe("/content/bin");
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentDraftSaved", "ContentRemoved", "ContentDeleted"]);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentItemRow>().AnyAsync(row => row.ContentItemId == id)).ShouldBeFalse();
    }

    [Fact]
    public async Task Get_ItemThatOthersReferTo_Warns()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Missed", EditorPages.Publish);
        await portal.DefineAsync("Mention", ("ContentPickerField", "Of", []));
        await portal.PublishAsync("Mention", new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "Mentions it" },
            ["Mention"] = new JsonObject { ["Of"] = new JsonObject { ["ContentItemIds"] = new JsonArray(id) } },
        });
        using var removed = await client.ConfirmAsync(id, "remove");

        (await client.GetPageAsync($"/content/bin/{id}/delete")).QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("1 other item still refers to it");
    }

    [Fact]
    public async Task Job_WhatHasBeenInTheBinLongEnough_IsDeletedAndAudited()
    {
        var old = await InTheBinAsync("Long in the bin", 91);
        var young = await InTheBinAsync("Not long in the bin", 89);

        (await portal.RunJobAsync("Content bin")).ShouldContain("1 item deleted");

        (await portal.RunJobAsync("Content bin")).ShouldBeEmpty();
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        (await db.Set<ContentItemRow>().AnyAsync(row => row.ContentItemId == old)).ShouldBeFalse();
        (await db.Set<ContentItemRow>().AnyAsync(row => row.ContentItemId == young)).ShouldBeTrue();
        var entry = await db.AuditEntries.SingleAsync(row => row.SubjectId == old && row.Event == nameof(ContentDeleted));
        (entry.PersonName, entry.Reason).ShouldBe(("The portal", "It had been in the bin for 90 days"));
    }

    private async Task<string> InTheBinAsync(string title, int days)
    {
        var item = await portal.DraftAsync("Provider", ItemLives.Provider(title));
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ContentItems>().RemoveAsync(item.ContentItemId);
        var removed = DateTime.UtcNow.AddDays(-days);
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<BinnedItem>().Where(row => row.ContentItemId == item.ContentItemId)
            .ExecuteUpdateAsync(row => row.SetProperty(binned => binned.RemovedUtc, removed));
        return item.ContentItemId;
    }
}

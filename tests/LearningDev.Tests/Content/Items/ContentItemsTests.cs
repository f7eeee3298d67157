using System.Text.Json.Nodes;
using FsCheck.Fluent;
using LearningDev.Content.Editing.Bin;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Items;

[Requirement("CMS-01")]
public class ContentItemsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task SaveDraft_OfPublishedItem_LeavesWhatEverybodySees()
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = await items.PublishAsync(New(items, "Seen by everybody"));
        item.Alter<TitlePart>(title => title.Title = "Not yet");

        var draft = await items.SaveDraftAsync(item);

        (await items.FindAsync(item.ContentItemId, VersionChoice.Published))!.DisplayText.ShouldBe("Seen by everybody");
        (await items.FindAsync(item.ContentItemId, VersionChoice.Latest))!.DisplayText.ShouldBe("Not yet");
        draft.ContentItemVersionId.ShouldNotBe(item.ContentItemVersionId);
    }

    [Fact]
    public async Task Save_ItemReadBeforeAnother_IsAConflict()
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var first = await items.SaveDraftAsync(New(items, "Read twice"));
        var second = (await items.FindAsync(first.ContentItemId, VersionChoice.Latest))!;
        await items.SaveDraftAsync(first);

        await Should.ThrowAsync<ContentConflictException>(() => items.PublishAsync(second));
        await Should.ThrowAsync<ContentConflictException>(() => items.SaveDraftAsync(second));
    }

    [Fact]
    public async Task Address_Changed_OldOneStillLeadsToTheItem()
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var routes = scope.ServiceProvider.GetRequiredService<ContentRoutes>();
        var item = await items.PublishAsync(New(items, "Old address"));
        item.Alter<AutoroutePart>(route => route.Path = "providers/new-address");

        await items.PublishAsync(item);

        (await routes.FindAsync("/providers/old-address")).ShouldBe(item.ContentItemId);
        (await routes.FindAsync("Providers/New-Address/")).ShouldBe(item.ContentItemId);
        await items.RemoveAsync(item.ContentItemId);
        (await routes.FindAsync("providers/old-address")).ShouldBeNull();
    }

    [Fact]
    public async Task Address_OfADraftOnly_IsLetGoWhenItChanges()
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var routes = scope.ServiceProvider.GetRequiredService<ContentRoutes>();
        var item = await items.SaveDraftAsync(New(items, "Never seen"));
        item.Alter<AutoroutePart>(route => route.Path = "providers/never-seen-either");

        await items.SaveDraftAsync(item);

        (await routes.FindAsync("providers/never-seen")).ShouldBeNull();
    }

    [Theory]
    [InlineData("TitlePart.Title", """{ "TitlePart": { "Title": " " } }""", "Enter a title")]
    [InlineData("AutoroutePart.Path", """{ "TitlePart": { "Title": "T" }, "AutoroutePart": { "Path": "../etc" } }""", "Address must have only letters, digits and hyphens, with slashes between its parts")]
    [InlineData("Provider.Website", """{ "TitlePart": { "Title": "T" }, "Provider": { "Website": { "Url": "//evil.example" } } }""", "Website must be a web address that begins with https:// or http://, or an address of this portal that begins with /")]
    public async Task Validate_Fault_IsNamedByPartAndField(string key, string content, string message)
    {
        await using var scope = portal.Scope();
        var item = scope.ServiceProvider.GetRequiredService<ContentItems>().New("Provider");
        item.Content = JsonNode.Parse(content)!.AsObject();

        var fault = await Should.ThrowAsync<ContentInvalidException>(
            () => scope.ServiceProvider.GetRequiredService<ContentValidator>().RequireValidAsync(item, publish: false));

        fault.Errors.ShouldBe([new ContentError(key, message)]);
    }

    [Fact]
    public async Task Validate_RequiredField_IsAskedForOnPublishOnly()
    {
        await using var scope = portal.Scope();
        var validator = scope.ServiceProvider.GetRequiredService<ContentValidator>();
        var item = scope.ServiceProvider.GetRequiredService<ContentItems>().New("Course");
        item.Content["TitlePart"] = new JsonObject { ["Title"] = "Unfinished" };

        await validator.RequireValidAsync(item, publish: false);
        var fault = await Should.ThrowAsync<ContentInvalidException>(() => validator.RequireValidAsync(item, publish: true));

        fault.Errors.ShouldContain(new ContentError("LearningPart.Summary", "Enter summary"));
    }

    [Fact]
    public async Task AnySequence_OfChanges_KeepsAtMostOneLatestAndOnePublished()
    {
        var actions = Gen.Sample(Gen.ListOf(Gen.Choose(0, 6)), 12, 10);
        foreach (var sequence in actions)
        {
            await RunAsync([.. sequence.Take(12)]);
        }
    }

    private async Task RunAsync(List<int> sequence)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var id = (await items.SaveDraftAsync(New(items, $"Sequence {string.Join(' ', sequence)}"))).ContentItemId;
        foreach (var action in sequence)
        {
            var latest = await items.FindAsync(id, VersionChoice.Latest);
            await ((action, latest) switch
            {
                (0, { ArchivedUtc: null }) => items.SaveDraftAsync(latest),
                (1 or 2, { ArchivedUtc: null }) => items.PublishAsync(latest),
                (0 or 1 or 2, { ArchivedUtc: not null }) => items.TakeOutOfArchiveAsync(id),
                (3, _) => items.UnpublishAsync(id),
                (4, _) => items.RemoveAsync(id),
                (5, _) => items.ArchiveAsync(id, ""),
                (_, { ArchivedUtc: not null }) => Task.CompletedTask,
                _ => items.RestoreAsync(await db.Set<ContentItemRow>().Where(row => row.ContentItemId == id && row.Number == 1).Select(row => row.ContentItemVersionId).SingleAsync()) as Task,
            });
            var rows = await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.ContentItemId == id).ToListAsync();
            rows.Count(row => row.Latest).ShouldBeLessThanOrEqualTo(1);
            rows.Count(row => row.Published).ShouldBeLessThanOrEqualTo(1);
            rows.Where(row => row.ArchivedUtc is not null).ShouldAllBe(row => row.Latest && !row.Published);
            rows.Select(row => row.Number).Order().ShouldBe(Enumerable.Range(1, rows.Count));
            (await db.Set<BinnedItem>().AnyAsync(binned => binned.ContentItemId == id)).ShouldBe(!rows.Exists(row => row.Latest));
            if (rows.Exists(row => row.Published))
            {
                rows.Count(row => row.Latest).ShouldBe(1);
            }
        }
    }

    private static ContentItem New(ContentItems items, string title)
    {
        var item = items.New("Provider");
        item.Content["TitlePart"] = new JsonObject { ["Title"] = title };
        return item;
    }
}

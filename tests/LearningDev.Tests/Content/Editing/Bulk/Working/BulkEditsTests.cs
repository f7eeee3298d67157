using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Content.Items;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Bulk.Working;

[Requirement("CMS-01")]
[Requirement("CMS-04")]
public class BulkEditsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Topic = "topic-climate";

    [Fact]
    public async Task AddTopic_PublishedDraftAndBoth_ChangesEachWhereItStands()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var live = (await portal.PublishAsync(Kind, await KindAsync("Echidna live"))).ContentItemId;
        var draft = (await portal.DraftAsync(Kind, await KindAsync("Echidna draft"))).ContentItemId;
        var both = (await portal.PublishAsync(Kind, await KindAsync("Echidna"))).ContentItemId;
        await SaveDraftAsync(both, "Echidna, as drafted");

        var address = await client.ChooseAsync([live, draft, both], "AddTopic", ("AddedTopic", Topic));
        (await client.GroupAsync(address, BulkOutcome.Ready)).Select(item => item.Words).ShouldBe(
            ["It gets Climate and carbon", "It gets Climate and carbon, in the draft", "It gets Climate and carbon, in what is published and in the newer draft"]);
        await client.ConfirmAsync(address);
        (await client.GroupAsync(address, BulkOutcome.Done)).Count.ShouldBe(3);

        Terms((await portal.PublishedAsync(live))!).ShouldBe([Topic]);
        (await portal.PublishedAsync(draft)).ShouldBeNull();
        Terms((await portal.LatestAsync(draft))!).ShouldBe([Topic]);
        var published = (await portal.PublishedAsync(both))!;
        var latest = (await portal.LatestAsync(both))!;
        (published.DisplayText, latest.DisplayText).ShouldBe(("Echidna", "Echidna, as drafted"));
        Terms(published).ShouldBe([Topic]);
        Terms(latest).ShouldBe([Topic]);
        latest.Note.ShouldBe("Add the topic Climate and carbon, together with 2 more");

        var again = await client.ChooseAsync([live], "AddTopic", ("AddedTopic", Topic));
        (await client.GroupAsync(again, BulkOutcome.Unchanged)).Single().Words.ShouldBe("It has Climate and carbon already");
        var removed = await client.ChooseAsync([live, draft], "RemoveTopic", ("RemovedTopic", Topic));
        await client.ConfirmAsync(removed);
        (await client.GroupAsync(removed, BulkOutcome.Done)).Count.ShouldBe(2);
        Terms((await portal.PublishedAsync(live))!).ShouldBeEmpty();
    }

    [Fact]
    public async Task AddTopic_TypeWithoutTopics_IsRefusedWithWhy()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Bandicoot");

        var address = await client.ChooseAsync([id], "AddTopic", ("AddedTopic", Topic));

        (await client.GroupAsync(address, BulkOutcome.Refused)).Single().Words.ShouldBe("Provider has no field for Topics");
    }

    [Fact]
    public async Task RemoveTopic_TheOnlyOneThatIsRequired_IsRefusedWithWhy()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var terms = Terms((await portal.PublishedAsync("managing-stress"))!, "LearningPart");
        foreach (var term in terms.Skip(1))
        {
            var address = await client.ChooseAsync(["managing-stress"], "RemoveTopic", ("RemovedTopic", term));
            await client.ConfirmAsync(address);
            (await client.GroupAsync(address, BulkOutcome.Done)).Count.ShouldBe(1);
        }

        var last = await client.ChooseAsync(["managing-stress"], "RemoveTopic", ("RemovedTopic", terms[0]));

        (await client.GroupAsync(last, BulkOutcome.Refused)).Single().Words.ShouldBe("Select topics");
    }

    [Fact]
    public async Task AssignOwner_WithAndWithoutThePartCuration_ChangesWhoAnswersForIt()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var provider = await client.AddProviderAsync("Bettong");

        var address = await client.ChooseAsync(["managing-stress", provider], "AssignOwner", ("OwnerWords", "Leila Haddad"));
        await client.ConfirmAsync(address);

        (await client.GroupAsync(address, BulkOutcome.Done)).Count.ShouldBe(2);
        var owner = (await portal.PublishedAsync("managing-stress"))!.Content["CurationPart"]!["Owner"]!["UserIds"]![0]!.ToString();
        (await portal.LatestAsync(provider))!.Owner.ShouldBe(owner);
        var again = await client.ChooseAsync(["managing-stress", provider], "AssignOwner", ("OwnerWords", "Leila Haddad"));
        (await client.GroupAsync(again, BulkOutcome.Unchanged)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task AddTopic_MayNotPublish_ChangesDraftsAndRefusesWhatIsPublished()
    {
        await portal.LetCoachesWriteAsync();
        using var client = await portal.SignedInAsAsync("coach");
        var live = (await portal.PublishAsync(Kind, await KindAsync("Cuscus live"))).ContentItemId;
        var draft = (await portal.DraftAsync(Kind, await KindAsync("Cuscus draft"))).ContentItemId;

        var address = await client.ChooseAsync([live, draft], "AddTopic", ("AddedTopic", Topic));
        await client.ConfirmAsync(address);

        (await client.GroupAsync(address, BulkOutcome.Refused)).ShouldBe([("Cuscus live", "You may not publish, and this is published")]);
        (await client.GroupAsync(address, BulkOutcome.Done)).Select(item => item.Title).ShouldBe(["Cuscus draft"]);
        (await portal.LatestAsync(draft))!.Author.ShouldBe("coach");
    }

    [Fact]
    public async Task AddTopic_FieldTakesOneOnly_IsRefusedWhenItHasAnother()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.DefineAsync("Leaflet", ("TaxonomyField", "Topic", Settings(unique: true)));
        var content = new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "Leaflet" },
            ["Leaflet"] = new JsonObject { ["Topic"] = new JsonObject { ["TaxonomyContentItemId"] = "topics", ["TermContentItemIds"] = new JsonArray("topic-customer") } },
        };
        var id = (await portal.PublishAsync("Leaflet", content)).ContentItemId;

        var address = await client.ChooseAsync([id], "AddTopic", ("AddedTopic", Topic));

        (await client.GroupAsync(address, BulkOutcome.Refused)).Single().Words.ShouldBe("Topic takes one only, and has another");
    }

    private const string Kind = "Flyer";

    private async Task<JsonObject> KindAsync(string title)
    {
        await portal.DefineAsync(Kind, ("TaxonomyField", "Topics", Settings(unique: false)));
        return new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title } };
    }

    private async Task SaveDraftAsync(string id, string title)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync(id, VersionChoice.Latest))!;
        item.Content["TitlePart"] = new JsonObject { ["Title"] = title };
        await items.SaveDraftAsync(item);
    }

    private static JsonObject Settings(bool unique) => new()
    {
        ["TaxonomyFieldSettings"] = new JsonObject { ["TaxonomyContentItemId"] = "topics", ["Unique"] = unique },
    };

    private static List<string> Terms(ContentItem item, string part = Kind) =>
        [.. (item.Content[part]?["Topics"]?["TermContentItemIds"] as JsonArray ?? []).Select(term => term!.ToString())];
}

using System.Net;
using LearningDev.Content.Curation;
using LearningDev.Content.Editing.Scheduling;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.MembersHub.Cycle;
using LearningDev.MembersHub.Resources;
using LearningDev.MembersHub.Roles;
using LearningDev.Platform.Data;
using LearningDev.Tests.Content.Media;
using LearningDev.Tests.Web;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace LearningDev.Tests.MembersHub;

/// <summary>A portal with words, files and titles in what is for members alone, that stand nowhere else.</summary>
public class PlantedPortal : HubPortal
{
    public const string Slug = "quibblewort-minutes";
    public const string OfPlanning = "grumblethwaite-for-planning";
    public const string Event = "learning-lunches";

    /// <summary>What co-optees read too.</summary>
    public static readonly string[] ForAllInTheHub = ["strategysplurt", "strategyfilemumble", "holderquonk"];

    public const string FileForAllInTheHub = "members/strategyfilemumble.pdf";

    /// <summary>Every word that was planted. None is the beginning of another.</summary>
    public static readonly string[] Words =
    [
        "quibblewort", "summaryflumph", "bodysnarfle", "eventgrumbly", "filefrobnik", "altsnorkel", "linkwuffle", "filmglimmer", "captionsnazzle", "transcriptfizz", "pictureplonk",
        "draftgribble", "draftfilewaggle", "binnedwomble", "binnedfilezonk", "plannedtwerple", "formersplodge", "cataloguebazinga", "cataloguefilejumbly", "grumblethwaite", .. ForAllInTheHub,
    ];

    public static readonly string[] Files =
    [
        "members/filefrobnik.pdf", "members/filmglimmer.mp4", "members/pictureplonk.png", "members/draftfilewaggle.pdf", "members/binnedfilezonk.pdf", "members/formersplodge.pdf", "members/cataloguefilejumbly.pdf",
    ];

    /// <summary>The ids of what was planted.</summary>
    public List<string> Items { get; } = [];

    /// <summary>The ids of the files.</summary>
    public List<string> FileIds { get; private set; } = [];

    public string PlanningId { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await PlantFilesAsync();
        Items.Add(await AddAsync("Quibblewort minutes", part =>
        {
            part.Summary.Text = "The summaryflumph of it.";
            part.EventName.Text = "Eventgrumbly evening";
            part.EventOn.Value = new DateTime(2026, 3, 4);
            part.Event.ContentItemIds = [Event];
            part.Topics.TaxonomyContentItemId = HubResource.TopicsTaxonomy;
            part.Topics.TermContentItemIds = ["member-topic-casework"];
            (part.Files.Paths, part.Files.MediaTexts) = (["members/filefrobnik.pdf", "members/filmglimmer.mp4"], ["Altsnorkel slides", ""]);
            part.Link.Url = "https://linkwuffle.example/page";
        }, "The bodysnarfle.\n\n![](/media/members/pictureplonk.png)", more: item =>
        {
            item.Alter<CurationPart>(part => part.ReviewBy.Value = new DateTime(2026, 1, 1));
            item.Alter<AutoroutePart>(part => part.Path = HubLinksBeginning + Slug);
        }));
        Items.Add(await AddAsync("Draftgribble thoughts", part => part.Files.Paths = ["members/draftfilewaggle.pdf"], publish: false));
        var binned = await AddAsync("Binnedwomble paper", part => part.Files.Paths = ["members/binnedfilezonk.pdf"]);
        await RemoveAsync(binned);
        Items.Add(binned);
        var planned = await AddAsync("Plannedtwerple briefing", part => part.Files.Paths = ["members/formersplodge.pdf"]);
        await ChangeAsync(planned, item => item.Alter<HubResource>(part => part.Files.Paths = []));
        Items.Add(planned);
        await PlanAsync(planned);
        Items.Add(await PlantEntryAsync());
        Items.Add(await PlantItemAsync(nameof(MemberDevelopmentDocument), "Strategysplurt for members", item => item.Alter<MemberDevelopmentDocument>(part =>
        {
            (part.Kind.Text, part.ElectionYear.Value, part.Summary.Text) = ("strategy", 2035, "What is to come.");
            part.Files.Paths = [FileForAllInTheHub];
        })));
        Items.Add(await PlantItemAsync(nameof(MemberRoleDescription), "Holderquonk", item => item.Alter<MemberRoleDescription>(part => (part.Summary.Text, part.Purpose.Markdown, part.Responsibilities.Markdown) = ("A holderquonk holds.", "To hold.", "Holding."))));
        PlanningId = await AddAsync("Grumblethwaite for planning", part => part.Committees.Values = ["planning"], more: item =>
            item.Alter<AutoroutePart>(part => part.Path = HubLinksBeginning + OfPlanning));
        Items.Add(PlanningId);
    }

    protected override void Configuration(IDictionary<string, string?> settings)
    {
        // The sweep asks more often than anybody.
        settings["RateLimits:Enabled"] = "false";
    }

    private const string HubLinksBeginning = LearningDev.MembersHub.Hub.HubLinks.ResourceBeginning;

    private async Task PlantFilesAsync()
    {
        foreach (var path in (string[])[.. Files, FileForAllInTheHub])
        {
            await AddFileAsync(
                path, path.EndsWith(".mp4", StringComparison.Ordinal) ? MediaSamples.Mp4() : path.EndsWith(".png", StringComparison.Ordinal) ? MediaSamples.Picture(SKEncodedImageFormat.Png, 1600, 800) : MediaSamples.Pdf(),
                new MediaWords(AlternativeText: path.EndsWith(".png", StringComparison.Ordinal) ? "Altsnorkel of the picture" : null, Transcript: path.EndsWith(".mp4", StringComparison.Ordinal) ? "The transcriptfizz." : null));
        }

        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var all = await db.Set<MediaFile>().Where(file => file.Path.StartsWith("members/")).ToListAsync();
        FileIds = [.. all.Select(file => file.Id)];
        db.Add(new MediaCaptions { FileId = all.Single(file => file.Path.EndsWith(".mp4", StringComparison.Ordinal)).Id, Language = "en", Text = "WEBVTT\n\n00:00.000 --> 00:02.500\nThe captionsnazzle.\n" });
        await db.SaveChangesAsync();
    }

    private async Task PlanAsync(string id)
    {
        await using var scope = Scope();
        var item = await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Latest);
        (await scope.ServiceProvider.GetRequiredService<PlannedChanges>().PlanAsync(item!, PlannedAction.Archive, new DateTime(2027, 6, 1, 9, 0, 0, DateTimeKind.Utc), "", 0, default)).ShouldBeTrue();
    }

    private async Task<string> PlantItemAsync(string type, string title, Action<ContentItem> fill)
    {
        await using var scope = Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = items.New(type);
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter<CurationPart>(part => part.QualityAssurance.Text = "checked");
        fill(item);
        return (await items.PublishAsync(item)).ContentItemId;
    }

    private async Task<string> PlantEntryAsync()
    {
        await using var scope = Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var like = (await items.FindAsync("guide-one-to-one-agenda", VersionChoice.Published))!;
        var item = items.New(like.ContentType);
        foreach (var (name, part) in like.Content.Where(pair => pair.Key != nameof(AutoroutePart)))
        {
            item.Content[name] = part!.DeepClone();
        }

        item.Alter<TitlePart>(part => part.Title = "Cataloguebazinga for members");
        item.Alter<VisibilityPart>(part => part.Roles.Values = ["Councillor", "Democratic Services"]);
        item.Content["LearningPart"]!["Documents"]!["Paths"] = new System.Text.Json.Nodes.JsonArray("members/cataloguefilejumbly.pdf");
        return (await items.PublishAsync(item)).ContentItemId;
    }
}

/// <summary>
/// Members' words, files and titles come back to nobody else (MEM-11): every declared route is asked, with the ids, addresses and words of what was planted, and no
/// answer may have a planted word that was not asked for.
/// </summary>
[Requirement("MEM-11")]
public class SweepTests(PlantedPortal portal) : IClassFixture<PlantedPortal>
{
    private static readonly string[] SearchPages =
    [
        "/catalogue?q={0}", "/catalogue?q={0}&exactly=true", "/api/catalogue/search?q={0}", "/api/catalogue/suggest?q={0}", "/api/members/suggest?q={0}", "/members/resources?q={0}",
        "/content?q={0}", "/content?q={0}&text=true", "/content/bin?q={0}", "/content/reviews?show=All&q={0}", "/content/links?show=All&q={0}", "/content/media?q={0}", "/content/media/find?q={0}",
        "/content/export?type=HubResource&q={0}", "/content/export?type=LearningResource&q={0}", "/api/content/pick/Programme/Steps?q={0}", "/api/content/pick/HubResource/Event?q={0}",
        "/api/content/writing/pages?q={0}", "/content/searches?show=All", "/content/searches/first?text={0}&find={0}", "/pages/HubResource?q={0}",
    ];

    private static readonly string[] Lists =
    [
        "/", "/members", "/members/resources", "/members/resources?sort=title", "/catalogue?sort=newest", "/catalogue?topic=topic-leadership", "/catalogue/one-to-one-an-agenda-that-works", "/catalogue/for-you",
        "/content", "/content?type=HubResource", "/content?type=MemberDevelopmentDocument", "/content?type=MemberRoleDescription", "/members/cycle", "/members/cycle?from=2027", "/members/roles", "/content?sort=Title", "/content?state=Draft", "/content?review=Overdue", "/content/bin", "/content/planned", "/content/reviews?show=All", "/content/reviews?show=Overdue",
        "/content/links?show=All", "/content/media", "/content/media?folder=members", "/content/media?lacks=Use", "/content/media?kind=Document", "/content/media/find", "/content/export?type=HubResource",
        "/content/new/HubResource", "/content/new/Programme", $"/content/{PlantedPortal.Event}", $"/content/{PlantedPortal.Event}/remove", $"/content/{PlantedPortal.Event}/archive", $"/content/{PlantedPortal.Event}/unpublish",
        "/content/taxonomies/member-topics", "/content/taxonomies/member-topics/terms/member-topic-casework", "/content/taxonomies/member-topics/terms/member-topic-casework/merge",
        "/content/types/HubResource", "/content/types/parts/HubResource/Summary", "/content/types/parts/HubResource/Summary/kind", "/content/types/parts/HubResource/EventName/remove", "/content/types/parts/LearningPart/Keywords/kind?to=MarkdownField",
        "/content/import/template/HubResource", "/content/import/template/Programme", "/robots.txt", "/sitemap.xml", "/feed", "/catalogue/feed",
    ];

    [Theory]
    [InlineData("employee")]
    [InlineData("editor")]
    [InlineData(HubPortal.CoOpteeOfStandards)]
    public async Task Get_EveryAddress_HasNoPlantedWord(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);
        List<string> leaks = [];
        var words = PlantedPortal.Words.Except(userName == HubPortal.CoOpteeOfStandards ? PlantedPortal.ForAllInTheHub : []).ToList();
        HashSet<string> addresses = [.. await DeclaredAsync(), .. Lists, .. SearchPages.SelectMany(Asked)];
        addresses.Count.ShouldBeGreaterThan(400);
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            ((int)answer.StatusCode).ShouldBeLessThan(500, address);
            answer.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests, address);
            var body = $"{await answer.Content.ReadAsStringAsync()} {answer.Headers.Location}";
            // What was asked for comes back in the box that it was typed into.
            leaks.AddRange(words.Where(word => !address.Contains(word, StringComparison.OrdinalIgnoreCase) && body.Contains(word, StringComparison.OrdinalIgnoreCase))
                .Select(word => $"{address}: {word}"));
        }

        leaks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("editor")]
    [InlineData(HubPortal.CoOpteeOfStandards)]
    public async Task Get_AddressesOfFilesAndItems_AnswerAsIfThereWereNone(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);
        var isInside = userName == HubPortal.CoOpteeOfStandards;
        List<string> wrong = [];
        IEnumerable<string> addresses =
        [
            .. PlantedPortal.Files.SelectMany(path => new[] { $"/media/{path}", $"/media/{path}?w=320", $"/media/{path}?w=640&v=1", $"/media/{path}?captions=en" }),
            .. userName == "editor" ? portal.FileIds.SelectMany(id => new[] { $"/content/media/{id}" }) : [],
            .. userName == "editor" ? portal.Items.SelectMany(id => new[] { $"/content/{id}", $"/content/{id}/versions", $"/content/{id}/preview", $"/content/{id}/duplicate", $"/content/{id}/compare" }) : [],
            "/catalogue/cataloguebazinga-for-members",
            .. isInside ? Array.Empty<string>() : [$"/media/{PlantedPortal.FileForAllInTheHub}"],
            .. isInside ? [$"/members/resources/{PlantedPortal.Slug}", $"/members/resources/{PlantedPortal.OfPlanning}", $"/members/resources/{PlantedPortal.Slug}/files.zip"] : Array.Empty<string>(),
        ];
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                wrong.Add($"{address} answered {(int)answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData(HubPortal.DemocraticServices)]
    [InlineData(HubPortal.Councillor)]
    public async Task Get_WhoMaySeeIt_FindsWhatWasPlanted(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);

        var page = await client.GetStringAsync(new Uri($"/members/resources/{PlantedPortal.Slug}", UriKind.Relative));
        foreach (var word in (string[])["Quibblewort", "summaryflumph", "bodysnarfle", "Eventgrumbly", "filefrobnik", "Altsnorkel", "linkwuffle", "transcriptfizz"])
        {
            page.ShouldContain(word);
        }

        foreach (var path in PlantedPortal.Files.Take(3))
        {
            using var file = await client.GetAsync($"/media/{path}");
            file.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        (await client.GetStringAsync(new Uri("/members/roles", UriKind.Relative))).ShouldContain("Holderquonk");
        (await client.GetStringAsync(new Uri($"/{CycleLinks.DocumentBeginning}strategysplurt-for-members", UriKind.Relative))).ShouldContain("Strategysplurt");
        (await client.GetStringAsync(new Uri("/members/resources?q=bodysnarfle", UriKind.Relative))).ShouldContain("Quibblewort minutes");
        (await client.GetStringAsync(new Uri("/members/resources?q=quibblwort", UriKind.Relative))).ShouldContain("quibblewort");
    }

    [Fact]
    public async Task Get_DemocraticServices_LookAfterItOnTheDesk()
    {
        using var client = await portal.SignedInAsAsync(HubPortal.DemocraticServices);
        foreach (var (address, word) in new[]
        {
            ("/content?type=HubResource", "Quibblewort"), ("/content?type=HubResource", "Draftgribble"), ("/content/bin", "Binnedwomble"), ("/content/planned", "Plannedtwerple"),
            ("/content/links?show=All", "linkwuffle"), ("/content/media?folder=members", "filefrobnik"), ("/content/media/find?q=draftfilewaggle", "draftfilewaggle.pdf"),
        })
        {
            (await client.GetStringAsync(new Uri(address, UriKind.Relative))).ShouldContain(word, customMessage: address);
        }
    }

    [Fact]
    public async Task Get_CoOpteeOfTheCommittee_SeesItsResource()
    {
        var id = await portal.AddAsync("Standards alone", part => part.Committees.Values = ["standards"]);
        (await portal.GetDocumentAsync("/members/resources/standards-alone", HubPortal.CoOpteeOfStandards)).QuerySelector("h1")!.TextContent.ShouldBe("Standards alone");
        using var other = await portal.SignedInAsAsync(HubPortal.CoOpteeOfScrutiny);
        using var answer = await other.GetAsync("/members/resources/standards-alone");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        id.ShouldNotBeEmpty();
    }

    /// <summary>A search address with each word, each word's beginning and each word misspelt.</summary>
    private static IEnumerable<string> Asked(string address) => !address.Contains("{0}", StringComparison.Ordinal) ? [address]
        : PlantedPortal.Words.Index().SelectMany(one => Variants(one.Item, one.Index)).Select(text => string.Format(System.Globalization.CultureInfo.InvariantCulture, address, text));

    // The words of titles in every form, the others in one form each.
    private static IEnumerable<string> Variants(string word, int index)
    {
        string[] all = [word[..(word.Length - 2)], word.Remove(4, 1), word];
        return word is "quibblewort" or "cataloguebazinga" or "grumblethwaite" ? all : [all[index % all.Length]];
    }

    /// <summary>Every declared route, with the ids and addresses of what was planted in the place of its parameters.</summary>
    private async Task<IEnumerable<string>> DeclaredAsync()
    {
        await using var scope = portal.Scope();
        string[] values = [.. portal.Items, portal.FileIds[0], PlantedPortal.Slug, "cataloguebazinga-for-members", "strategysplurt-for-members", "holderquonk", "HubResource"];
        return DeclaredRoutes.Addresses(scope, values);
    }
}

using LearningDev.Content.Media;
using LearningDev.Content.Search.Evidence;
using LearningDev.Partnerships.Suiting;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Settings;
using LearningDev.Recognition;
using LearningDev.Recognition.Celebrating;
using LearningDev.TestSupport.Browser;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace LearningDev.BrowserTests;

/// <summary>
/// A portal, listening on a free port, and a Chromium, for many test classes; starting them takes longer than most tests.
/// Every test opens a visit of its own. Test classes take it by <c>[Collection(nameof(BrowserPortal))]</c> and run one after the other,
/// so that one of them may change a setting of the whole portal, as long as it sets it back.
/// </summary>
public class BrowserPortal : PortalHost
{
    private readonly Dictionary<string, string> signedIn = [];
    private readonly Dictionary<string, IBrowserContext> shared = [];
    private Chromium? chromium;

    protected override bool AnswersBrowsers => true;

    protected override void Configure(IServiceCollection services) => services.AddSingleton(Pages.PartnershipsPages.Kind);

    public override async Task InitializeAsync()
    {
        // As patient as everything else: on a busy machine five seconds, Playwright's own, are short for a page.
        Assertions.SetDefaultExpectTimeout(30_000);
        var browser = Chromium.LaunchAsync();
        await base.InitializeAsync();
        await SearchAsync();
        await AddMediaAsync();
        await CelebrateAsync();
        await NotifyAsync();
        await Pages.VolunteeringPages.SeedAsync(this);
        await Pages.CompliancePages.SeedAsync(this);
        await Pages.MembersPages.SeedAsync(this);
        await Pages.PartnershipsPages.SeedAsync(this);
        await Pages.CoachingPages.SeedAsync(this);
        await Pages.MentoringPages.SeedAsync(this);
        await DesignedWorkflows.PublishAsync(this, "designed");
        await DesignedWorkflows.PublishAsync(this, "spoilt");
        await DesignedWorkflows.SpoilAsync(this, "spoilt");
        await DesignedWorkflows.AskAsync(this);
        await DesignedWorkflows.MoveAsync(this);
        chromium = await browser;
    }

    public override async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    // The list of searches is looked at with something in it.
    private async Task SearchAsync()
    {
        await using var scope = Scope();
        var evidence = scope.ServiceProvider.GetRequiredService<SearchEvidence>();
        string[] texts = ["hgv", "zumba", "a search that is so long that it needs more than one line of the list", new string('w', 100)];
        foreach (var (index, text) in texts.Index())
        {
            evidence.Searched("catalogue", text, total: index % 2);
        }

        await evidence.FlushAsync();
    }

    // The library is looked at with a picture, a film and a name that is too long for a line, at addresses that the list of pages knows.
    private async Task AddMediaAsync()
    {
        await using var scope = Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();
        await library.SaveAsync("pages/wide.png", MediaFiles.Picture(1200, 600), new MediaWords("A red and a blue half"));
        await library.SaveAsync("pages/film.mp4", MediaFiles.Film(), new MediaWords(Transcript: "Somebody says **welcome**."));
        await library.SaveAsync($"pages/inside/{new string('w', 120)}.png", MediaFiles.Picture(64, 64));
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        foreach (var (path, id) in new[] { ("pages/wide.png", "media-wide"), ("pages/film.mp4", "media-film") })
        {
            await db.Set<MediaFile>().Where(file => file.Path == path).ExecuteUpdateAsync(change => change.SetProperty(file => file.Id, id));
        }
    }

    // So is the recognition wall, with a celebration that waits and one that is reported.
    private async Task CelebrateAsync()
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var ids = await db.Users.ToDictionaryAsync(person => person.UserName!, person => person.Id);
        var now = DateTime.UtcNow;
        var longest = Celebration("wolfeschlegelsteinhausen", "Maximiliana-Alexandrovna Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh",
            "Level 5 coaching qualification with a dissertation on restorative practice", $"Three managers already learn from it.\nAnd {new string('w', 120)}");
        var reported = Celebration("employee", "Sam Whitfield", "Power BI", "Our figures were understood at once.");
        db.AddRange(longest, reported, Celebration("hr", "Denise Achebe", "Mediation", "Two teams talk to each other again.", CelebrationState.Waiting));
        db.AddRange(
            new Applause { CelebrationId = longest.Id, PersonId = ids["coach"] }, new Applause { CelebrationId = longest.Id, PersonId = ids["editor"] },
            new CelebrationReport { CelebrationId = reported.Id, PersonId = ids["chief-officer"], Reason = "It names a resident.", ReportedUtc = now });
        await db.SaveChangesAsync();

        Celebration Celebration(string userName, string name, string learning, string message, CelebrationState state = CelebrationState.Shown) => new()
        {
            RecipientId = ids[userName],
            RecipientName = name,
            RecipientUnit = "Central Library and Local Studies",
            SenderId = ids["manager"],
            SenderName = "Priya Raman",
            Learning = learning,
            Message = message,
            SentUtc = now,
            State = state,
            ShownUtc = state == CelebrationState.Shown ? now : null,
        };
    }

    // And somebody's notifications: one that leads on, with words that are too long for a line, and one that does not.
    private async Task NotifyAsync()
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var notifications = scope.ServiceProvider.GetRequiredService<INotifications>();
        string[] to = [await db.Users.Where(person => person.UserName == "hr").Select(person => person.Id).SingleAsync()];
        Dictionary<string, string> values = new() { ["sender"] = new string('w', 100), ["learning"] = "Mediation", ["message"] = $"Two teams talk again.\n{new string('w', 120)}" };
        await notifications.NotifyAsync(new Notification(CelebrationLetters.Kind.Key, "leads-on", to) { Values = values, Link = "/recognition" });
        await notifications.NotifyAsync(new Notification(CelebrationLetters.Kind.Key, "stands-alone", to)
        {
            Values = values,
            Words = new NotificationWords("A notification that stands alone", "{{ learning }}", "{{ message }}"),
        });
        db.Add(new NotificationPreference { PersonId = to[0], TextNumber = "+447700900982" });
        await db.SaveChangesAsync();
    }

    /// <summary>Opens a visit: a browser with an empty cache and one empty page.</summary>
    /// <param name="userName">The account of the demonstration council that is signed in; null for nobody.</param>
    /// <param name="width">The window's width in CSS pixels.</param>
    /// <param name="height">The window's height in CSS pixels.</param>
    /// <param name="script">False to switch JavaScript off.</param>
    public async Task<Visit> VisitAsync(string? userName = null, int width = 1280, int height = 900, bool script = true)
    {
        return await Visit.StartAsync(await BrowserAsync(userName, width, height, script), isShared: false);
    }

    /// <summary>Opens a visit in a browser that knows the portal's style sheets and scripts from earlier visits of the same person.</summary>
    /// <param name="userName">The account of the demonstration council that is signed in; null for nobody.</param>
    public async Task<Visit> VisitAgainAsync(string? userName = null)
    {
        if (!shared.TryGetValue(userName ?? "", out var context))
        {
            context = shared[userName ?? ""] = await BrowserAsync(userName, width: 1280, height: 900, script: true);
        }

        return await Visit.StartAsync(context, isShared: true);
    }

    private async Task<IBrowserContext> BrowserAsync(string? userName, int width, int height, bool script)
    {
        var state = userName is null ? null : await SignedInStateAsync(userName);
        return await chromium!.VisitAsync(Address, options =>
        {
            options.ViewportSize = new ViewportSize { Width = width, Height = height };
            options.JavaScriptEnabled = script;
            options.StorageState = state;
        });
    }

    /// <summary>Chooses the theme of the portal, as an administrator does in the settings.</summary>
    /// <param name="id">The theme's id, for example "coast".</param>
    public async Task UseThemeAsync(string id)
    {
        await using var scope = Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        var site = await settings.GetAsync<SiteSettings>();
        site.Theme = id;
        await settings.SaveAsync(site);
    }

    private async Task<string> SignedInStateAsync(string userName)
    {
        if (!signedIn.TryGetValue(userName, out var state))
        {
            await using var visit = await VisitAsync();
            await visit.OpenAsync("/sign-in");
            await visit.SignInAsync(userName);
            state = signedIn[userName] = await visit.Page.Context.StorageStateAsync();
        }

        return state;
    }
}

/// <summary>A second portal and Chromium beside the first, for the many tests of single pages, so that both processors have work.</summary>
public sealed class PagesPortal : BrowserPortal;

/// <summary>The classes that share the first portal.</summary>
[CollectionDefinition(nameof(BrowserPortal))]
public sealed class BrowserPortalCollection : ICollectionFixture<BrowserPortal>;

/// <summary>The classes that share the second.</summary>
[CollectionDefinition(nameof(PagesPortal))]
public sealed class PagesPortalCollection : ICollectionFixture<PagesPortal>;

/// <summary>A third portal, for journeys of coaching and mentoring: what they bring to its end would be missing on the pages that others look at.</summary>
public sealed class PairsPortal : BrowserPortal
{
    /// <summary>Starts with nobody who works with somebody already, or would rather not.</summary>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Partnerships.ExecuteDeleteAsync();
        await db.PartnershipConflicts.ExecuteDeleteAsync();
    }
}

/// <summary>The classes that share the third.</summary>
[CollectionDefinition(nameof(PairsPortal))]
public sealed class PairsPortalCollection : ICollectionFixture<PairsPortal>;

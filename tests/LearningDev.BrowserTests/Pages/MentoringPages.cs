using LearningDev.Content.Items;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Choosing;
using LearningDev.Mentoring.Managing;
using LearningDev.Mentoring.Profiles;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of mentoring, with what <see cref="SeedAsync"/> has written.</summary>
internal static class MentoringPages
{
    private const string Cohort = "/mentoring/programmes/leadership-mentoring";
    private const string Open = "/mentoring/programmes/mentoring-for-everybody";
    private const string Matching = "/mentoring/manage/mentoring-leadership/matching";

    public static IEnumerable<PortalPage> All =>
    [
        new("Mentoring", "mentoring", "/mentoring", "administrator", IsMain: true),
        new("Mentoring, takes part", "mentoring", "/mentoring", "manager"),
        new("Mentoring programme", "mentoring/programmes/{slug}", Cohort, IsMain: true),
        new("Mentoring programme, training is missing", "mentoring/programmes/{slug}", Open, "administrator"),
        new("No such mentoring programme", "mentoring/programmes/{slug}", "/mentoring/programmes/none", Status: 404),
        new("Ask for a mentor", "mentoring/programmes/{slug}/join/{role}", $"{Cohort}/join/mentee", "administrator", IsMain: true),
        new("Ask for a mentor, refused", "mentoring/programmes/{slug}/join/{role}", $"{Cohort}/join/mentee", "administrator") { Before = page => ButtonAsync(page, "Save and check") },
        new("Offer to be a mentor, not possible", "mentoring/programmes/{slug}/join/{role}", $"{Cohort}/join/mentor", "administrator"),
        new("Offer to be a mentor", "mentoring/programmes/{slug}/join/{role}", $"{Open}/join/mentor", "administrator"),
        new("Check what one offers", "mentoring/profiles/{id}", "/mentoring/profiles/page-mentor", "manager", IsMain: true),
        new("Check what one offers, refused", "mentoring/profiles/{id}", "/mentoring/profiles/page-mentor", "manager") { Before = page => ButtonAsync(page, "Send") },
        new("Request for a mentor", "mentoring/profiles/{id}", "/mentoring/profiles/page-mentee", "coach"),
        new("No such offer", "mentoring/profiles/{id}", "/mentoring/profiles/none", Status: 404),
        new("Withdraw from mentoring", "mentoring/profiles/{id}/withdraw", "/mentoring/profiles/page-mentee/withdraw", "coach"),
        new("Choose a mentor", "mentoring/programmes/{slug}/mentors", $"{Open}/mentors", "coach", IsMain: true),
        new("Choose a mentor, refused", "mentoring/programmes/{slug}/mentors", $"{Open}/mentors", "coach") { Before = page => ButtonAsync(page, "Ask") },
        new("Choose a mentor, has not asked", "mentoring/programmes/{slug}/mentors", $"{Open}/mentors", "administrator"),
        new("Answer a mentee", "mentoring/asks/{id}", "/mentoring/asks/page-ask", "manager", IsMain: true) { Before = page => page.GetByLabel("Not at the moment").CheckAsync() },
        new("Answer a mentee, refused", "mentoring/asks/{id}", "/mentoring/asks/page-ask", "manager") { Before = page => ButtonAsync(page, "Answer") },
        new("Mentoring programmes of HR", "mentoring/manage", "/mentoring/manage", "hr", IsMain: true),
        new("Matching", "mentoring/manage/{programme}/matching", Matching, "hr", IsMain: true),
        new("Matching, left over", "mentoring/manage/{programme}/matching", $"{Matching}?show=left", "hr"),
        new("Matching, changes", "mentoring/manage/{programme}/matching", $"{Matching}?show=changes", "hr"),
        new("Matching, pinned and forbidden", "mentoring/manage/{programme}/matching", $"{Matching}?show=rulings", "hr"),
        new("Matching, refused", "mentoring/manage/{programme}/matching", $"{Matching}?show=rulings", "hr") { Before = page => ButtonAsync(page, "Save") },
    ];

    /// <summary>Makes a mentor's draft, a mentee who waits and has asked the mentor, and two runs with a pin, with words that are too long for a line.</summary>
    public static async Task SeedAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var people = await db.Users.ToDictionaryAsync(person => person.UserName!, person => person);
        foreach (var (id, userName, role, state) in new[] { ("page-mentor", "manager", MentoringRole.Mentor, ProfileState.Draft), ("page-mentee", "coach", MentoringRole.Mentee, ProfileState.Waiting) })
        {
            var item = items.New(MentoringProfile.Type);
            (item.ContentItemId, item.Owner) = (id, people[userName].Id);
            item.Alter<TitlePart>(part => part.Title = $"{people[userName].FullName} in Mentoring for everybody");
            item.Alter<MentoringProfile>(part =>
            {
                part.Themes.TaxonomyContentItemId = "development-themes";
                part.Themes.TermContentItemIds = ["theme-confidence", "theme-career"];
                part.About.Text = $"I listen well.\nAnd {new string('w', 120)}";
                part.Wished.UserIds = [people["hr"].Id];
                part.Capacity.Value = role == MentoringRole.Mentor ? 1 : null;
            });
            await items.SaveDraftAsync(item);
            db.Add(new ProfileRow
            {
                Id = id,
                ProgrammeId = "mentoring-for-all",
                PersonId = people[userName].Id,
                PersonName = people[userName].FullName,
                Role = role,
                State = state,
                Capacity = role == MentoringRole.Mentor ? 1 : 0,
                CreatedUtc = DateTime.UtcNow,
                SentUtc = state == ProfileState.Draft ? null : DateTime.UtcNow,
            });
        }

        db.Add(new AskRow { Id = "page-ask", ProgrammeId = "mentoring-for-all", MenteeId = people["coach"].Id, MentorId = people["manager"].Id, AskedUtc = DateTime.UtcNow });
        var (mentee, mentor) = (people["nadia.petrova"].Id, people["fiona.mcallister"].Id);
        foreach (var number in new[] { 1, 2 })
        {
            var run = new RunRow { ProgrammeId = "mentoring-leadership", Number = number, Total = 54, Pairs = 1, LeftOver = 1, ByName = "Denise Achebe", CreatedUtc = DateTime.UtcNow };
            db.Add(run);
            db.Add(new RunPairRow
            {
                RunId = run.Id,
                MenteeId = mentee,
                MentorId = number == 1 ? people["patience.moyo"].Id : mentor,
                Position = 0,
                Points = 54,
                Reasons = $"20\tBoth named {new string('w', 120)}\n15\tFiona McAllister asked for Nadia Petrova",
                Tie = "Another result is equally good, in which Patience Moyo is the mentor. Fiona McAllister offered first, so that one was taken.",
                IsPinned = number == 2,
            });
            db.Add(new RunLeftRow { RunId = run.Id, PersonId = people["wei.zhang"].Id, IsMentor = false, Why = "All places of the mentors who suit are taken" });
            db.Add(new RunLeftRow { RunId = run.Id, PersonId = people["yusuf.demir"].Id, IsMentor = true, Why = "1 place is free" });
        }

        db.Add(new RulingRow { ProgrammeId = "mentoring-leadership", MenteeId = mentee, MentorId = mentor, Kind = RulingKind.Pinned, ByName = "Denise Achebe", ChangedUtc = DateTime.UtcNow });
        await db.SaveChangesAsync();
    }

    private static Task ButtonAsync(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}

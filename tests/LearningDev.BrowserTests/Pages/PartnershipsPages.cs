using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.LookingBack;
using LearningDev.Partnerships.Meetings;
using LearningDev.Partnerships.Notes;
using LearningDev.Partnerships.Sharing;
using LearningDev.Partnerships.Suiting;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of partnerships, with those that <see cref="SeedAsync"/> has made.</summary>
internal static class PartnershipsPages
{
    /// <summary>A kind of partnership of the tests' own.</summary>
    public static PartnershipKind Kind { get; } = new("page-walking", "LearningDev.Partnerships", new PartnershipWords("Walking together", "guide", "walker", "walk")) { AskUrl = "/catalogue" };

    public static IEnumerable<PortalPage> All =>
    [
        new("Coaching and mentoring", "partnerships", "/partnerships", IsMain: true),
        new("Coaching and mentoring, nothing", "partnerships", "/partnerships", "democratic-services"),
        new("Coaching and mentoring, to sign", "partnerships", "/partnerships", "manager"),
        new("Coaching and mentoring in numbers", "partnerships/overview", "/partnerships/overview?kind=mentoring", "hr", IsMain: true),
        new("Coaching and mentoring in numbers, all tables", "partnerships/overview", "/partnerships/overview?kind=page-walking", "hr")
        {
            Before = page => Assertions.Expect(page.Locator("main table")).ToHaveCountAsync(4),
        },
        new("Conflicts of interest", "partnerships/conflicts", "/partnerships/conflicts?q=gareth"),
        new("Conflicts of interest, refused", "partnerships/conflicts", "/partnerships/conflicts?q=g"),
        new("Partnership, first meeting", "partnerships/{id}", "/partnerships/page-chemistry", IsMain: true),
        new("Partnership, to be signed", "partnerships/{id}", "/partnerships/page-signing"),
        new("Partnership, under way", "partnerships/{id}", "/partnerships/page-active", IsMain: true),
        new("Partnership, ended", "partnerships/{id}", "/partnerships/page-closed"),
        new("No such partnership", "partnerships/{id}", "/partnerships/page-active", "administrator", Status: 404),
        new("Not this time", "partnerships/{id}/not-this-time", "/partnerships/page-chemistry/not-this-time"),
        new("Agreement of a partnership", "partnerships/{id}/sign", "/partnerships/page-signing/sign", IsMain: true),
        new("Agreement of a partnership, refused", "partnerships/{id}/sign", "/partnerships/page-signing/sign") { Before = page => ButtonAsync(page, "Sign the agreement") },
        new("Agreement for a line manager", "partnerships/{id}/sign-as-manager", "/partnerships/page-signing/sign-as-manager", "manager") { Before = page => ButtonAsync(page, "Sign the agreement") },
        new("Goals of a partnership", "partnerships/{id}/goals", "/partnerships/page-active/goals"),
        new("Meetings of a partnership", "partnerships/{id}/meetings", "/partnerships/page-active/meetings"),
        new("Meetings of a partnership, none", "partnerships/{id}/meetings", "/partnerships/page-chemistry/meetings"),
        new("Plan a meeting", "partnerships/{id}/meetings/{meeting}/plan", "/partnerships/page-active/meetings/page-planned/plan"),
        new("Plan a meeting, refused", "partnerships/{id}/meetings/{meeting}/plan", "/partnerships/page-active/meetings/new/plan") { Before = page => ButtonAsync(page, "Save") },
        new("Record a meeting", "partnerships/{id}/meetings/{meeting}/record", "/partnerships/page-active/meetings/new/record"),
        new("Correct a meeting", "partnerships/{id}/meetings/{meeting}/record", "/partnerships/page-active/meetings/page-held/record"),
        new("Notes of a partnership", "partnerships/{id}/notes", "/partnerships/page-active/notes"),
        new("Notes of a partnership, none", "partnerships/{id}/notes", "/partnerships/page-chemistry/notes"),
        new("Write a note", "partnerships/{id}/notes/{note}", "/partnerships/page-active/notes/new") { Before = page => ButtonAsync(page, "Save") },
        new("Change a note", "partnerships/{id}/notes/{note}", "/partnerships/page-active/notes/page-note"),
        new("Half way", "partnerships/{id}/review", "/partnerships/page-active/review") { Before = page => ButtonAsync(page, "Send") },
        new("End a partnership", "partnerships/{id}/close", "/partnerships/page-active/close") { Before = page => ButtonAsync(page, "End it") },
        new("What a partnership has brought", "partnerships/{id}/evaluate", "/partnerships/page-closed/evaluate") { Before = page => ButtonAsync(page, "Send") },
        new("Learning for the record", "partnerships/{id}/share", "/partnerships/page-active/share"),
    ];

    // Enough of them for every table of the numbers.
    private static void AddEnded(PortalDb db, IReadOnlyList<string> learners, string guide)
    {
        foreach (var (number, learner) in learners.Where(learner => learner != guide).Index())
        {
            var id = $"page-ended-{number}";
            db.Add(new PartnershipRow
            {
                Id = id,
                KindId = Kind.Id,
                GuideId = guide,
                LearnerId = learner,
                SourceId = "page-pool",
                SourceName = "Walkers",
                Agreement = "We meet as agreed.",
                State = PartnershipState.Closed,
                End = number % 3 == 0 ? PartnershipEnd.EndedEarly : PartnershipEnd.Completed,
                BegunUtc = DateTime.UtcNow,
                ClosedUtc = DateTime.UtcNow,
                Minutes = 90,
            });
            db.Add(new PartnershipThemeRow { PartnershipId = id, TermId = number % 2 == 0 ? "theme-change" : "theme-confidence" });
            db.Add(new EvaluationRow
            {
                PartnershipId = id,
                PersonId = learner,
                IsGuide = false,
                Outcome = number % 2 == 0 ? OutcomeReached.Fully : OutcomeReached.Partly,
                Rating = 4,
                WouldRecommend = true,
                GivenUtc = DateTime.UtcNow,
            });
        }
    }

    /// <summary>Makes an employee's partnerships in all states, with words that are too long for a line.</summary>
    public static async Task SeedAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var texts = scope.ServiceProvider.GetRequiredService<IConfidentialTexts>();
        var ids = await db.Users.ToDictionaryAsync(person => person.UserName!, person => person.Id);
        var (learner, guide) = (ids["employee"], ids["gareth.pugh"]);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var longWord = new string('w', 120);
        var goals = await texts.KeepAsync($"Walk further.\nAnd {longWord}", [guide, learner]);
        foreach (var (id, who, state) in new[]
        {
            ("page-chemistry", "coach", PartnershipState.Chemistry), ("page-signing", "leila.haddad", PartnershipState.Signing), ("page-active", "gareth.pugh", PartnershipState.Active),
            ("page-closed", "mei.lin.tan", PartnershipState.Closed),
        })
        {
            var began = state is PartnershipState.Active or PartnershipState.Closed;
            db.Add(new PartnershipRow
            {
                Id = id,
                KindId = Kind.Id,
                GuideId = ids[who],
                LearnerId = learner,
                SourceId = "page-pool",
                SourceName = $"Walkers of {longWord[..60]}",
                Agreement = "We meet **as agreed**.\n\n- What is said stays with us.\n- We are on time.",
                HasChemistryMeeting = state == PartnershipState.Chemistry,
                ManagerSigns = state == PartnershipState.Signing,
                MostHours = 1,
                ReviewAfterMeetings = 1,
                EndsOn = today.AddDays(60),
                QuietAfterDays = 30,
                State = state,
                End = state == PartnershipState.Closed ? PartnershipEnd.Changed : null,
                BegunUtc = DateTime.UtcNow,
                AgreedUtc = began ? DateTime.UtcNow : null,
                ClosedUtc = state == PartnershipState.Closed ? DateTime.UtcNow : null,
                GuideSignedUtc = began ? DateTime.UtcNow : null,
                LearnerSignedUtc = began ? DateTime.UtcNow : null,
                GoalsId = state == PartnershipState.Active ? goals : null,
                Minutes = state == PartnershipState.Active ? 90 : 0,
                Meetings = state == PartnershipState.Active ? 1 : 0,
                LastHeldOn = state == PartnershipState.Active ? today.AddDays(-40) : null,
                ReviewAskedUtc = state == PartnershipState.Active ? DateTime.UtcNow : null,
                QuietAskedUtc = state == PartnershipState.Active ? DateTime.UtcNow : null,
            });
        }

        await db.SaveChangesAsync();
        db.Add(Meeting("page-planned", today.AddDays(3), MeetingState.Planned, 60, await texts.KeepAsync($"https://video.example/{longWord}", [guide, learner])));
        db.Add(Meeting("page-held", today.AddDays(-40), MeetingState.Held, 90, null));
        db.Add(new NoteRow
        {
            Id = "page-note",
            PartnershipId = "page-active",
            AuthorId = learner,
            IsShared = true,
            MadeUtc = DateTime.UtcNow,
            TextId = await texts.KeepAsync($"A list saves an hour.\nAnd {longWord}", [guide, learner]),
        });
        db.Add(new SharedLearningRow
        {
            PartnershipId = "page-active",
            PersonId = learner,
            IsGuide = false,
            Minutes = 30,
            SharedUtc = DateTime.UtcNow,
            ReflectionId = await texts.KeepAsync("I listen before I answer.", [learner]),
        });
        AddEnded(db, [.. ids.Where(person => person.Key.Contains('.', StringComparison.Ordinal)).OrderBy(person => person.Key, StringComparer.Ordinal).Select(person => person.Value).Take(60)], guide);
        db.Add(new ConflictRow { DeclaredById = learner, OtherId = ids["wolfeschlegelsteinhausen"], DeclaredUtc = DateTime.UtcNow });
        await db.SaveChangesAsync();

        MeetingRow Meeting(string id, DateOnly day, MeetingState state, int minutes, string? place) => new()
        {
            Id = id,
            PartnershipId = "page-active",
            Day = day,
            Time = new TimeOnly(14, 30),
            Minutes = minutes,
            Kind = MeetingKind.Video,
            State = state,
            PlaceId = place,
            ChangedById = learner,
            ChangedUtc = DateTime.UtcNow,
        };
    }

    private static Task ButtonAsync(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}

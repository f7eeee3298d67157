using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using LearningDev.Volunteering.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of volunteering, with the claims that <see cref="SeedAsync"/> has made.</summary>
internal static class VolunteeringPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Volunteering", "volunteering", "/volunteering", IsMain: true),
        new("Volunteering, nothing found", "volunteering", "/volunteering?q=zzzz"),
        new("Volunteering opportunity", "volunteering/opportunities/{slug}", "/volunteering/opportunities/telephone-friend", IsMain: true),
        new("No such opportunity", "volunteering/opportunities/{slug}", "/volunteering/opportunities/none", Status: 404),
        new("My volunteering, nothing", "volunteering/mine", "/volunteering/mine", "administrator"),
        new("My volunteering", "volunteering/mine", "/volunteering/mine", "coach", IsMain: true),
        new("New claim", "volunteering/claims/{id}/about", "/volunteering/claims/new/about", IsMain: true),
        new("New claim, refused", "volunteering/claims/{id}/about", "/volunteering/claims/new/about") { Before = SaveAsync },
        new("Own time", "volunteering/claims/{id}/time", "/volunteering/claims/page-draft/time", "coach", IsMain: true),
        new("Own time, refused", "volunteering/claims/{id}/time", "/volunteering/claims/page-draft/time", "coach")
        {
            Before = async page =>
            {
                await page.GetByLabel("Hours").FillAsync("a few");
                await SaveAsync(page);
            },
        },
        new("Skills of a claim", "volunteering/claims/{id}/learning", "/volunteering/claims/page-draft/learning", "coach"),
        new("Skills of a claim, refused", "volunteering/claims/{id}/learning", "/volunteering/claims/page-draft/learning", "coach") { Before = SaveAsync },
        new("Leave wanted", "volunteering/claims/{id}/leave", "/volunteering/claims/page-draft/leave", "coach", IsMain: true) { Before = page => ButtonAsync(page, "Add another day") },
        new("Check a claim", "volunteering/claims/{id}/check", "/volunteering/claims/page-draft/check", "coach", IsMain: true),
        new("Check a claim, refused", "volunteering/claims/{id}/check", "/volunteering/claims/page-draft/check", "coach") { Before = page => ButtonAsync(page, "Send the claim") },
        new("Delete a draft of a claim", "volunteering/claims/{id}/delete", "/volunteering/claims/page-draft/delete", "coach"),
        new("Claim", "volunteering/claims/{id}", "/volunteering/claims/page-agreed", "coach", IsMain: true),
        new("Claim, refused", "volunteering/claims/{id}", "/volunteering/claims/page-agreed", "coach") { Before = page => ButtonAsync(page, "Record") },
        new("Claim, taken back", "volunteering/claims/{id}", "/volunteering/claims/page-reversed", "coach"),
        new("Claim as HR sees it", "volunteering/claims/{id}", "/volunteering/claims/page-agreed", "hr"),
        new("No such claim", "volunteering/claims/{id}", "/volunteering/claims/none", Status: 404),
        new("Remove leave", "volunteering/claims/{id}/taken/{leave}", "/volunteering/claims/page-agreed/taken/page-taken", "coach") { Before = page => ButtonAsync(page, "Remove") },
        new("Take a claim back", "volunteering/claims/{id}/reverse", "/volunteering/claims/page-agreed/reverse", "hr") { Before = page => ButtonAsync(page, "Take back") },
        new("Volunteering claims", "volunteering/manage", "/volunteering/manage", "hr", IsMain: true),
        new("Volunteering claims, none", "volunteering/manage", "/volunteering/manage?state=Refused", "hr"),
    ];

    /// <summary>Makes a coach's claims: a draft, one that is agreed and partly taken, and one that was taken back, with words that are too long for a line.</summary>
    public static async Task SeedAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var calendar = scope.ServiceProvider.GetRequiredService<WorkingCalendar>();
        var today = await calendar.TodayAsync();
        var working = (await calendar.WorkingDaysAsync()).NextWorkingDay(today.AddDays(-14));
        var year = await calendar.LeaveYearAsync(today);
        var coach = await db.Users.SingleAsync(person => person.UserName == "coach");
        foreach (var (id, state, organisation) in new[]
        {
            ("page-draft", ClaimState.Draft, "Riverside Food Bank"), ("page-agreed", ClaimState.Agreed, $"Friends of {new string('w', 60)}"), ("page-reversed", ClaimState.Reversed, "Harbour Lions"),
        })
        {
            var item = items.New(VolunteeringClaim.Type);
            item.ContentItemId = id;
            item.Owner = coach.Id;
            item.Alter<TitlePart>(part => part.Title = $"Volunteering with {organisation}");
            item.Alter<VolunteeringClaim>(part =>
            {
                part.Organisation.Text = organisation;
                part.Activity.Text = $"We packed parcels.\nAnd {new string('w', 120)}";
                if (state != ClaimState.Draft)
                {
                    part.Skills.TaxonomyContentItemId = VolunteeringClaim.SkillsTaxonomy;
                    part.Skills.TermContentItemIds = ["vol-skill-teamwork", "vol-skill-leading"];
                    part.Reflection.Text = "A list saves an hour.";
                }
            });
            await items.SaveDraftAsync(item);
            db.Add(new ClaimRow
            {
                Id = id,
                PersonId = coach.Id,
                PersonName = coach.FullName,
                State = state,
                Organisation = organisation,
                OwnMinutes = 240,
                LeaveMinutes = state == ClaimState.Draft ? 0 : 240,
                LeaveYearStart = state == ClaimState.Draft ? null : year.Start,
                CreatedUtc = DateTime.UtcNow,
                SentUtc = state == ClaimState.Draft ? null : DateTime.UtcNow,
                Reason = state == ClaimState.Reversed ? "It was claimed twice." : "",
            });
            db.Add(new OwnTimeRow { ClaimId = id, PersonId = coach.Id, Day = today.AddDays(state switch { ClaimState.Draft => -1, ClaimState.Agreed => -2, _ => -3 }), Minutes = 240, IsCounted = state == ClaimState.Agreed });
        }

        db.Add(new LeaveRow { Id = "page-taken", ClaimId = "page-agreed", PersonId = coach.Id, Day = working, Minutes = 60, State = LeaveState.Taken, ChangedByName = coach.FullName, ChangedUtc = DateTime.UtcNow });
        db.Add(new LeaveRow { Id = "page-planned", ClaimId = "page-agreed", PersonId = coach.Id, Day = working.AddDays(1), Minutes = 60, State = LeaveState.Planned, ChangedByName = coach.FullName, ChangedUtc = DateTime.UtcNow });
        await db.SaveChangesAsync();
    }

    private static Task SaveAsync(IPage page) => ButtonAsync(page, "Save and go on");

    private static Task ButtonAsync(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}

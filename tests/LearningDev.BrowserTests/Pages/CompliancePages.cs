using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of mandatory training, with the person whom <see cref="SeedAsync"/> has written about.</summary>
internal static class CompliancePages
{
    private const string Officer = "democratic-services";
    private const string PersonUrl = "/compliance/people/page-trained";

    public static IEnumerable<PortalPage> All =>
    [
        new("My mandatory training", "compliance/mine", "/compliance/mine", "councillor", IsMain: true),
        new("My mandatory training, none", "compliance/mine", "/compliance/mine"),
        new("Record training", "compliance/record", "/compliance/record", Officer, IsMain: true),
        new("Record training, refused", "compliance/record", "/compliance/record", Officer) { Before = page => ButtonAsync(page, "Show who can be recorded") },
        new("Record training, people", "compliance/record", "/compliance/record?training=ethics-probity%2Fm-ethics-probity&Day=2026-11-20", Officer, IsMain: true) { Before = page => ButtonAsync(page, "Record") },
        new("Training of a person", "compliance/people/{id}", PersonUrl, Officer, IsMain: true),
        new("Training of nobody", "compliance/people/{id}", "/compliance/people/nobody", Officer, Status: 404),
        new("Remove a record of training", "compliance/people/{id}/records/{record}/remove", $"{PersonUrl}/records/page-record/remove", Officer) { Before = page => ButtonAsync(page, "Remove") },
        new("Grant an exemption", "compliance/people/{id}/exempt", $"{PersonUrl}/exempt", Officer, IsMain: true) { Before = page => ButtonAsync(page, "Grant the exemption") },
        new("End an exemption", "compliance/people/{id}/exemptions/{exemption}/end", $"{PersonUrl}/exemptions/page-exemption/end", Officer) { Before = page => ButtonAsync(page, "End the exemption") },
        new("Training of members", "members/manage/training", "/members/manage/training", Officer, IsMain: true),
        new("Training of members, nobody fits", "members/manage/training", "/members/manage/training?committee=planning&group=residents&standing=Done", Officer),
        new("Who may sit", "members/manage/committees", "/members/manage/committees", Officer, IsMain: true),
        new("Who may sit, refused", "members/manage/committees", "/members/manage/committees?Day.Day=31&Day.Month=2&Day.Year=2026", Officer),
        new("Who may sit on Planning", "members/manage/committees/{id}", "/members/manage/committees/planning", Officer, IsMain: true),
        new("Who may sit on no committee", "members/manage/committees/{id}", "/members/manage/committees/none", Officer, Status: 404),
    ];

    /// <summary>Writes a person with a record and an exemption, with words that are too long for a line.</summary>
    public static async Task SeedAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var today = await scope.ServiceProvider.GetRequiredService<WorkingCalendar>().TodayAsync();
        if (await db.Users.AnyAsync(person => person.Id == "page-trained"))
        {
            return;
        }

        db.Add(new Person { Id = "page-trained", UserName = "page.trained", NormalizedUserName = "PAGE.TRAINED", GivenName = "Page", FamilyName = new string('w', 60) });
        db.Add(new CompletionRow
        {
            Id = "page-record",
            PersonId = "page-trained",
            LearningId = "m-equalities",
            Day = today.AddDays(-30),
            How = RecordedHow.Elsewhere,
            Note = new string('n', 120),
            RecordedByName = "An officer",
            RecordedUtc = DateTime.UtcNow,
        });
        db.Add(new ExemptionRow
        {
            Id = "page-exemption",
            PersonId = "page-trained",
            RuleKey = "ethics-probity",
            From = today.AddDays(-5),
            Reason = new string('r', 120),
            GrantedByName = "An officer",
            GrantedUtc = DateTime.UtcNow,
        });
        await db.SaveChangesAsync();
    }

    private static Task ButtonAsync(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}

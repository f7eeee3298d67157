using LearningDev.MembersHub.Elections;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of members, wards and elections, with what <see cref="SeedAsync"/> has made.</summary>
internal static class MembersPages
{
    private const string Officer = "democratic-services";

    public static IEnumerable<PortalPage> All =>
    [
        new("Members", "members/people", "/members/people", "councillor", IsMain: true),
        new("Members, nobody fits", "members/people", "/members/people?q=zzzz", "councillor"),
        new("Member", "members/people/{id}", "/members/people?q=judith", "councillor", IsMain: true) { Before = page => LinkAsync(page, "Judith Penrose") },
        new("Member as Democratic Services see them", "members/people/{id}", "/members/people?q=judith", Officer, IsMain: true) { Before = page => LinkAsync(page, "Judith Penrose") },
        new("No such member", "members/people/{id}", "/members/people/none", "councillor", Status: 404),
        new("Roles of members", "members/roles", "/members/roles", "councillor", IsMain: true),
        new("Role description", "members/roles/{slug}", "/members/roles/committee-member", "councillor", IsMain: true),
        new("No such role description", "members/roles/{slug}", "/members/roles/none", "councillor", Status: 404),
        new("Look after members", "members/manage", "/members/manage", Officer, IsMain: true),
        new("Add a member", "members/manage/add", "/members/manage/add?q=sam", Officer, IsMain: true),
        new("Add a member without an account, refused", "members/manage/add", "/members/manage/add?person=new", Officer) { Before = page => ButtonAsync(page, "Make the account and record the term") },
        new("End a term", "members/manage/people/{id}/end", "/members/people?q=judith", Officer)
        {
            Before = async page =>
            {
                await LinkAsync(page, "Judith Penrose");
                await page.LoadedAsync();
                await LinkAsync(page, "End the term");
                await page.LoadedAsync();
                await page.GetByLabel("Resigned").CheckAsync();
                await ButtonAsync(page, "See what happens");
            },
        },
        new("Change a group", "members/manage/people/{id}/group", "/members/people?q=judith", Officer) { Before = page => ThroughAsync(page, "Change the political group") },
        new("Appoint to an office", "members/manage/people/{id}/appoint", "/members/people?q=judith", Officer, IsMain: true) { Before = page => ThroughAsync(page, "Appoint to an office") },
        new("Days of an office", "members/manage/offices/{id}", "/members/manage/offices/page-office", Officer) { Before = page => ButtonAsync(page, "Save the days") },
        new("Wards, groups and committees", "members/manage/wards", "/members/manage/wards", Officer, IsMain: true),
        new("Add a ward, refused", "members/manage/wards/{kind}/{id}", "/members/manage/wards/ward/new", Officer) { Before = page => ButtonAsync(page, "Save") },
        new("Committee", "members/manage/wards/{kind}/{id}", "/members/manage/wards/body/planning", Officer),
        new("Bring in members", "members/manage/import", "/members/manage/import", Officer, IsMain: true),
        new("Bring in members, refused", "members/manage/import", "/members/manage/import", Officer) { Before = page => ButtonAsync(page, "Check the file") },
        new("Bring in members, checked", "members/manage/import", "/members/manage/import", Officer)
        {
            Before = async page =>
            {
                await page.GetByLabel("File of members or appointments").SetInputFilesAsync(new FilePayload
                {
                    Name = "appointments.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes("Email,Name,Office,Of,Portfolio,From,To\r\n,Nobody At All,Chair,Plannin,,yesterday,\r\n,Ruth Callaghan,Substitute,Planning Committee,,2026-10-01,2026-10-02\r\n"),
                });
                await ButtonAsync(page, "Check the file");
            },
        },
        new("Elections", "members/manage/election", "/members/manage/election", Officer, IsMain: true),
        new("Result of an election", "members/manage/election/{id}", "/members/manage/election/page-election", Officer, IsMain: true),
        new("Result of an election, refused", "members/manage/election/{id}", "/members/manage/election/page-election", Officer) { Before = page => ButtonAsync(page, "Add to the result") },
        new("Result of an election, confirmed", "members/manage/election/{id}", "/members/manage/election/page-confirmed", Officer),
        new("Check an election", "members/manage/election/{id}/check", "/members/manage/election/page-election/check", Officer, IsMain: true),
    ];

    /// <summary>Makes the result of an election that is being entered, one that is confirmed, and an office that can be looked at by its id.</summary>
    public static async Task SeedAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var ruth = await db.Users.SingleAsync(person => person.UserName == "councillor");
        db.Add(new OfficeRow { Id = "page-office", PersonId = ruth.Id, Kind = OfficeKind.BodyMember, BodyId = "harbour-trust", From = new DateOnly(2024, 5, 15), Until = new DateOnly(2025, 5, 20) });
        foreach (var (id, day) in new[] { ("page-election", new DateOnly(2026, 10, 8)), ("page-confirmed", new DateOnly(2022, 5, 5)) })
        {
            db.Add(new ElectionRow
            {
                Id = id,
                Day = day,
                State = id == "page-confirmed" ? ElectionState.Confirmed : ElectionState.Draft,
                InOfficeFrom = id == "page-confirmed" ? day.AddDays(4) : null,
                ConfirmedByName = id == "page-confirmed" ? "Imogen Fairweather" : "",
            });
            db.Add(new ElectionResultRow { ElectionId = id, PersonId = ruth.Id, GivenName = ruth.GivenName, FamilyName = ruth.FamilyName, Kind = TermKind.Elected, WardId = "northgate", GroupId = "forward" });
            db.Add(new ElectionResultRow { ElectionId = id, GivenName = "Una", FamilyName = $"Van{new string('w', 60)}", Email = $"una.{new string('w', 60)}@northbourne.example", Kind = TermKind.Elected, WardId = "millbrook" });
        }

        await db.SaveChangesAsync();
    }

    private static async Task ThroughAsync(IPage page, string link)
    {
        await LinkAsync(page, "Judith Penrose");
        await page.LoadedAsync();
        await LinkAsync(page, link);
    }

    private static Task LinkAsync(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    private static Task ButtonAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}

using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>The Members Hub: its home and its resources.</summary>
internal static class MembersHubPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Members Hub", "members", "/members", "councillor", IsMain: true),
        new("Members Hub, Democratic Services", "members", "/members", "democratic-services"),
        new("Members Hub, not for staff", "members", "/members", Status: 403),
        new("Resources for members", "members/resources", "/members/resources", "councillor", IsMain: true),
        new("Resources for members, found", "members/resources", "/members/resources?q=planing&kind=guide", "councillor"),
        new("Resources for members, nothing found", "members/resources", "/members/resources?q=zzzz", "councillor"),
        new("Resource for members", "members/resources/{slug}", "/members/resources/induction-how-the-council-works", "councillor", IsMain: true),
        new("Resource for members, a link", "members/resources/{slug}", "/members/resources/chairing-skills-a-councillor-s-workbook", "democratic-services"),
        new("No such resource for members", "members/resources/{slug}", "/members/resources/none", "councillor", Status: 404),
        new("Electoral cycle", "members/cycle", "/members/cycle", "councillor", IsMain: true),
        new("Electoral cycle, Democratic Services", "members/cycle", "/members/cycle?from=2027", "democratic-services"),
        new("Plan of the electoral cycle", "members/cycle/{slug}", "/members/cycle/development-plan-2026", "councillor"),
        new("Draft of the electoral cycle", "members/cycle/{slug}", "/members/cycle/learning-and-development-strategy-2027", "councillor", Status: 404),
        new("Send a plan to be agreed", "members/manage/cycle/documents/{id}/send", "/members/manage/cycle/documents/mc-strategy-2027/send", "democratic-services"),
        new("Record a step of the cycle, refused", "members/manage/cycle/{year:int}/{step}", "/members/manage/cycle/2027/induction-working-group", "democratic-services")
        {
            Before = page => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Record it", Exact = true }).ClickAsync(),
        },
    ];
}

using LearningDev.Content.Recipes;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of coaching, with the coaches and requests of the demonstration council. The administrator has written nothing.</summary>
internal static class CoachingPages
{
    private const string Draft = "coaching-request-page";

    public static IEnumerable<PortalPage> All =>
    [
        new("Coaching", "coaching", "/coaching", "hr", IsMain: true),
        new("Coaching pool", "coaching/pools/{slug}", "/coaching/pools/managers", IsMain: true),
        new("Coaching pool, nobody found", "coaching/pools/{slug}", "/coaching/pools/managers?q=zzzz"),
        new("No such pool", "coaching/pools/{slug}", "/coaching/pools/none", Status: 404),
        new("Coach", "coaching/coaches/{id}", "/coaching/coaches/coach-grace-adeyemi", IsMain: true),
        new("No such coach", "coaching/coaches/{id}", "/coaching/coaches/none", Status: 404),
        new("My coach profile", "coaching/profile", "/coaching/profile", "coach", IsMain: true),
        new("Coach profile, new", "coaching/profile/{section}", "/coaching/profile/about", "administrator", IsMain: true),
        new("Coach profile, new, refused", "coaching/profile/{section}", "/coaching/profile/about", "administrator") { Before = page => ButtonAsync(page, "Save") },
        new("Coach profile, qualification", "coaching/profile/{section}", "/coaching/profile/qualification", "coach"),
        new("Coach profile, offer", "coaching/profile/{section}", "/coaching/profile/offer", "coach"),
        new("Coaches", "coaching/manage", "/coaching/manage", "hr", IsMain: true),
        new("Coaches, none", "coaching/manage", "/coaching/manage?show=Left", "hr"),
        new("Invite a coach", "coaching/manage/invite", "/coaching/manage/invite", "hr"),
        new("Invite a coach, refused", "coaching/manage/invite", "/coaching/manage/invite", "hr") { Before = page => ButtonAsync(page, "Invite") },
        new("Ask for a coach", "coaching/ask", "/coaching/ask", "hr", IsMain: true),
        new("Ask for a coach, refused", "coaching/ask", "/coaching/ask", "hr") { Before = page => ButtonAsync(page, "Go on") },
        new("Goals", "coaching/requests/{id}/goals", $"/coaching/requests/{Draft}/goals", "manager", IsMain: true),
        new("Goals, refused", "coaching/requests/{id}/goals", $"/coaching/requests/{Draft}/goals", "manager")
        {
            Before = async page =>
            {
                await page.GetByLabel("What do you want to reach?").FillAsync("");
                await ButtonAsync(page, "Save and go on");
            },
        },
        new("Preferences", "coaching/requests/{id}/preferences", $"/coaching/requests/{Draft}/preferences", "manager", IsMain: true),
        new("Choose coaches", "coaching/requests/{id}/choices", $"/coaching/requests/{Draft}/choices", "manager", IsMain: true),
        new("Check a request for a coach", "coaching/requests/{id}/check", $"/coaching/requests/{Draft}/check", "manager", IsMain: true),
        new("Delete a request for a coach", "coaching/requests/{id}/delete", $"/coaching/requests/{Draft}/delete", "manager"),
        new("Request for a coach", "coaching/requests/{id}", "/coaching/requests/coaching-request-sent", "manager", IsMain: true),
        new("No such request for a coach", "coaching/requests/{id}", "/coaching/requests/none", Status: 404),
    ];

    /// <summary>Makes a draft of the manager, and a request that a coach is asked about, with words that are too long for a line.</summary>
    public static async Task SeedAsync(PortalHost portal)
    {
        await using var scope = portal.Scope();
        var recipe = Recipe.Parse($$"""
            { "name": "coaching-pages", "steps": [ { "name": "CoachingRequests", "data": [
              { "Id": "{{Draft}}", "Person": "manager", "State": "Draft", "Pool": "coaching-pool-managers", "Goals": "To lead a change calmly\n{{new string('w', 120)}}", "Avoid": "Role play",
                "Themes": ["theme-leading-change"], "Languages": ["english"], "Days": ["tuesday"], "Places": ["online"], "Approaches": ["goals"], "Coaches": ["coach-patience-moyo"] },
              { "Id": "coaching-request-sent", "Person": "manager", "State": "Sent", "Pool": "coaching-pool-neighbours", "Goals": "To be heard", "Themes": ["theme-confidence"],
                "Coaches": ["coach-tariq-mahmood", "coach-callum-reid"] } ] } ] }
            """);
        var report = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions());
        if (report.Problems.Any(problem => problem.Stops))
        {
            throw new InvalidOperationException(string.Join(" ", report.Problems.Select(problem => problem.Message)));
        }
    }

    private static Task ButtonAsync(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}

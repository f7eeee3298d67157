using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages for administrators.</summary>
internal static class AdministrationPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Administration", "admin", "/admin", "administrator"),
        new("Administration for an employee", "admin", "/admin", Status: 403),
        new("Roles", "admin/roles", "/admin/roles", "administrator"),
        new("New role", "admin/roles/new", "/admin/roles/new", "administrator"),
        new("New role, refused", "admin/roles/new", "/admin/roles/new", "administrator")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync(),
        },
        new("Role", "admin/roles/{id}", "/admin/roles", "administrator") { Before = page => FollowAsync(page, "Editor") },
        new("Role of administrators", "admin/roles/{id}", "/admin/roles", "administrator") { Before = page => FollowAsync(page, "Administrator") },
        new("No role", "admin/roles/{id}", "/admin/roles/none", "administrator", Status: 404),
        new("Role to remove", "admin/roles/{id}/remove", "/admin/roles", "administrator") { Before = page => FollowAsync(page, "Editor", "Remove this role") },
        new("People with a role", "admin/roles/{id}/people", "/admin/roles", "administrator") { Before = page => FollowAsync(page, "Editor", "have this role today") },
        new("Person with a role", "admin/roles/{id}/people/{personId}", "/admin/roles", "administrator")
        {
            Before = page => FollowAsync(page, "Editor", "have this role today", "Leila Haddad"),
        },
        new("What can somebody do", "admin/access", "/admin/access?q=le", "administrator"),
        new("What a person can do", "admin/access/{personId}", "/admin/access?q=leila", "administrator") { Before = page => FollowAsync(page, "Leila Haddad") },
        new("Who can do something", "admin/access/permissions/{name}", "/admin/access/permissions/ViewCatalogue", "administrator"),
        new("Recent changes", "admin/audit", "/admin/audit", "administrator"),
        new("Modules", "admin/features", "/admin/features", "administrator"),
        new("Recent changes, filtered", "admin/audit", "/admin/audit?from=2026-01-01&event=FeatureSwitched", "administrator"),
        new("Recent changes, refused", "admin/audit", "/admin/audit?from.Day=31&from.Month=2&from.Year=2026", "administrator"),
        new("A change", "admin/audit/{id:long}", "/admin/audit/1", "administrator"),
        new("A change for an employee", "admin/audit/{id:long}", "/admin/audit/1", Status: 403),
        new("How the portal runs", "admin/running", "/admin/running", "administrator"),
        new("How the portal runs, for an employee", "admin/running", "/admin/running", Status: 403),
        new("Switch a module off", "admin/features/{id}", "/admin/features/LearningDev.Catalogue", "administrator"),
        new("Switch a module off, refused", "admin/features/{id}", "/admin/features/LearningDev.Catalogue", "administrator")
        {
            Before = async page =>
            {
                await page.GetByLabel("Reason (optional)").FillAsync(new string('y', 501));
                await page.GetByRole(AriaRole.Button, new() { Name = "Switch off Catalogue" }).ClickAsync();
            },
        },
        new("Messages", "admin/messages", "/admin/messages", "administrator"),
        new("Messages, nothing found", "admin/messages", "/admin/messages?state=Failed", "administrator"),
        new("Message", "admin/messages/{id}", "/admin/messages/test", "administrator")
        {
            Before = async page =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
                await page.Locator("tbody a").First.ClickAsync();
            },
        },
        new("No such message", "admin/messages/{id}", "/admin/messages/no-such-message", "administrator", Status: 404),
        new("Test email", "admin/messages/test", "/admin/messages/test", "administrator"),
        new("Letters", "admin/messages/letters", "/admin/messages/letters", "administrator"),
        new("No such letter", "admin/messages/letters/{id}", "/admin/messages/letters/no-such-letter", "administrator", Status: 404),
        new("Kinds of notifications", "admin/notifications", "/admin/notifications", "administrator", IsMain: true),
        new("Words of a notification", "admin/notifications/{kind}", "/admin/notifications/celebration", "administrator", IsMain: true),
        new("Words of a notification, refused", "admin/notifications/{kind}", "/admin/notifications/celebration", "administrator")
        {
            Before = async page =>
            {
                await page.GetByLabel("Subject").FillAsync("{{ nobody }}");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            },
        },
        new("No notification of the kind", "admin/notifications/{kind}", "/admin/notifications/none", "administrator", Status: 404),
        new("Jobs", "admin/jobs", "/admin/jobs", "administrator"),
        .. People(),
        .. Settings(),
        .. Recipes(),
    ];

    private static IEnumerable<PortalPage> People() =>
    [
        new("People and accounts", "admin/people", "/admin/people", "administrator"),
        new("People and accounts, nobody found", "admin/people", "/admin/people?q=zzzz", "administrator"),
        new("Account of a person", "admin/people/{id}", "/admin/people?q=whitfield", "administrator") { Before = page => GoToPersonAsync(page, "") },
        new("Account to be disabled", "admin/people/{id}/use", "/admin/people?q=whitfield", "administrator") { Before = page => GoToPersonAsync(page, "/use") },
        new("Second step to be removed", "admin/people/{id}/second-factor", "/admin/people?q=whitfield", "administrator") { Before = page => GoToPersonAsync(page, "/second-factor") },
    ];

    private static IEnumerable<PortalPage> Settings() =>
    [
        new("Settings", "admin/settings", "/admin/settings", "administrator", IsMain: true),
        new("Settings of the portal", "admin/settings/{section}", "/admin/settings/site", "administrator", IsMain: true),
        new("Settings of the portal, refused", "admin/settings/{section}", "/admin/settings/site", "administrator")
        {
            Before = async page =>
            {
                await page.GetByLabel("Time zone").FillAsync("Nowhere");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            },
        },
        new("Settings of people", "admin/settings/{section}", "/admin/settings/people", "administrator"),
        new("Settings of people, refused", "admin/settings/{section}", "/admin/settings/people", "administrator")
        {
            Before = async page =>
            {
                await page.Locator("input[name='Form.RoleLevels[0].Name']").FillAsync("");
                await page.GetByLabel("Pay grades").FillAsync("None of them");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            },
        },
        new("Settings of search", "admin/settings/{section}", "/admin/settings/search", "administrator"),
        new("Settings of the catalogue", "admin/settings/{section}", "/admin/settings/catalogue", "administrator"),
        new("Settings of the calendar", "admin/settings/{section}", "/admin/settings/calendar", "administrator"),
        new("Settings of the calendar, rows added", "admin/settings/{section}", "/admin/settings/calendar", "administrator")
        {
            Before = async page =>
            {
                await page.Locator("button:has-text('Add another')").First.ClickAsync();
                await page.LoadedAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            },
        },
        new("Years and bank holidays", "admin/settings/calendar/years", "/admin/settings/calendar/years", "administrator"),
        new("Look", "admin/settings/look", "/admin/settings/look", "administrator", IsMain: true),
        new("Look, refused", "admin/settings/look", "/admin/settings/look", "administrator")
        {
            Before = async page =>
            {
                await page.GetByLabel("Main colour").FillAsync("#ffcc00");
                await page.GetByLabel("Colour of links").FillAsync("green");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save the colours" }).ClickAsync();
            },
        },
        new("Preview of the look", "admin/settings/look/preview", "/admin/settings/look/preview", "administrator", IsMain: true),
        new("Preview of the look, own colours", "admin/settings/look/preview", "/admin/settings/look/preview?brand=%234b0082&link=%230055aa&button=%23660033", "administrator", IsMain: true),
        new("Settings of no section", "admin/settings/{section}", "/admin/settings/nothing", "administrator", Status: 404),
        new("History of settings", "admin/settings/history/{section}", "/admin/settings/history/site", "administrator", IsMain: true),
        new("History of settings, never changed", "admin/settings/history/{section}", "/admin/settings/history/search", "administrator"),
        new("Restoring settings", "admin/settings/history/{section}/{version:int}", "/admin/settings/history/people/0", "administrator"),
        new("Restoring settings, refused", "admin/settings/history/{section}/{version:int}", "/admin/settings/history/people/0", "administrator")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Restore", Exact = true }).ClickAsync(),
        },
        new("Restoring no version", "admin/settings/history/{section}/{version:int}", "/admin/settings/history/people/999", "administrator", Status: 404),
        new("Rules for accounts", "admin/settings/{section}", "/admin/settings/account", "administrator"),
        new("Rules for accounts, refused", "admin/settings/{section}", "/admin/settings/account", "administrator")
        {
            Before = async page =>
            {
                await page.GetByLabel("Characters of a password, at least").FillAsync("1");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            },
        },
    ];

    private static IEnumerable<PortalPage> Recipes() =>
    [
        new("Recipes", "admin/recipes", "/admin/recipes", "administrator"),
        new("Recipes, refused", "admin/recipes", "/admin/recipes", "administrator")
        {
            Before = page => page.Locator("form[enctype] button").ClickAsync(),
        },
        new("Recipe to run", "admin/recipes/{id}", "/admin/recipes", "administrator")
        {
            Before = page => UploadAsync(page, """{ "name": "Roles", "Roles": [{ "Name": "Looker", "Permissions": ["ViewAudit"] }] }""", """{ "name": "Magic" }"""),
        },
        new("Recipe that cannot be read", "admin/recipes/{id}", "/admin/recipes", "administrator") { Before = page => UploadAsync(page, "{ ]") },
        new("Result of a recipe", "admin/recipes/{id}/result", "/admin/recipes", "administrator")
        {
            Before = async page =>
            {
                await UploadAsync(page, $$"""{ "name": "structure", "Units": [{ "Code": "{{Guid.NewGuid().ToString("N")[..8]}}", "Name": "A unit", "Kind": "Directorate" }] }""");
                await page.GetByRole(AriaRole.Button, new() { Name = "Run the recipe" }).ClickAsync();
            },
        },
        new("No recipe", "admin/recipes/{id}", "/admin/recipes/no-such-recipe", "administrator", Status: 404),
        new("Export of a recipe", "admin/recipes/export", "/admin/recipes/export", "administrator"),
        new("Export of a recipe, refused", "admin/recipes/export", "/admin/recipes/export?check=true", "administrator"),
        new("Export of a recipe, checked", "admin/recipes/export", "/admin/recipes/export?check=true&Parts=people&Choices=content:Course&Name=courses&Form=zip", "administrator"),
    ];

    private static async Task GoToPersonAsync(IPage page, string below)
    {
        var address = await page.Locator("tbody a").First.GetAttributeAsync("href");
        await page.GoAsync(address + below);
    }

    private static async Task UploadAsync(IPage page, params string[] steps)
    {
        var recipe = $$"""{ "name": "tried", "displayName": "Tried out", "steps": [{{string.Join(", ", steps)}}] }""";
        await page.GetByLabel("Recipe", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "tried.recipe.json",
            MimeType = "application/json",
            Buffer = System.Text.Encoding.UTF8.GetBytes(recipe),
        });
        await page.Locator("form[enctype] button").ClickAsync();
        await page.LoadedAsync();
    }

    private static async Task FollowAsync(IPage page, params string[] links)
    {
        foreach (var link in links)
        {
            await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
            await page.LoadedAsync();
        }
    }
}

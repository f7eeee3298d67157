using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>A page of the portal in a state in which people meet it.</summary>
/// <param name="Name">What the tests call it.</param>
/// <param name="Route">The page's route as its <c>@page</c> line says it, without the leading stroke.</param>
/// <param name="Path">The path at which to open it.</param>
/// <param name="Person">Who looks at it; null for nobody signed in.</param>
/// <param name="Status">The status that it must answer with.</param>
/// <param name="IsMain">True for the pages that are looked at in every theme.</param>
public sealed record PortalPage(string Name, string Route, string Path, string? Person = "employee", int Status = 200, bool IsMain = false)
{
    /// <summary>What the person does on the page before it is looked at; null for nothing.</summary>
    public Func<IPage, Task>? Before { get; init; }

    /// <summary>Opens the page and brings it into its state.</summary>
    internal async Task OpenAsync(Visit visit)
    {
        await visit.OpenAsync(Path);
        if (Before is not null)
        {
            await Before(visit.Page);
            await visit.Page.WaitForLoadStateAsync();
        }
    }
}

/// <summary>Every page of the portal. <see cref="PageListTests"/> fails when a page of the host is missing here.</summary>
internal static class PortalPages
{
    public static IReadOnlyList<PortalPage> All { get; } =
    [
        new("Sign-in", "sign-in", "/sign-in", Person: null, IsMain: true),
        new("Sign-in refused", "sign-in", "/sign-in", Person: null)
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync(),
        },
        new("Sign-out", "sign-out", "/sign-out"),
        new("Signed-out sign-out", "sign-out", "/sign-out", Person: null),
        new("Home", "", "/", IsMain: true),
        new("Home of an editor", "", "/", "editor"),
        new("Home of a councillor", "", "/", "councillor"),
        new("Home of an administrator", "", "/", "administrator"),
        new("Catalogue", "catalogue", "/catalogue", IsMain: true),
        new("Catalogue of an editor", "catalogue", "/catalogue", "editor"),
        new("Catalogue, page 3", "catalogue", "/catalogue?page=3"),
        new("Search", "catalogue", "/catalogue?q=stress", IsMain: true),
        new("Search, facets chosen", "catalogue", "/catalogue?kind=course&kind=e-learning&length=under-an-hour&format=self-paced", IsMain: true),
        new("Search, misspelt", "catalogue", "/catalogue?q=leadrship"),
        new("Search, misspelt on purpose", "catalogue", "/catalogue?q=leadrship&exactly=true"),
        new("Search, some of the words", "catalogue", "/catalogue?q=managing+stress", IsMain: true),
        new("Search, some of the words, page 2", "catalogue", "/catalogue?q=managing+stress&page=2&sort=length"),
        new("Search, suitable for me", "catalogue", "/catalogue?suits=me&funding=corporate-budget&sort=newest"),
        new("Search, suggestions", "catalogue", "/catalogue", IsMain: true)
        {
            Before = async page =>
            {
                await page.GetByLabel("Search all learning").FillAsync("man");
                // Without script the box is a plain field.
                if (await page.Locator("[role=combobox]").CountAsync() > 0)
                {
                    await page.Locator("[role=option]").First.WaitForAsync();
                    await page.Keyboard.PressAsync("ArrowDown");
                }
            },
        },
        new("Search, phrase not found", "catalogue", "/catalogue?q=%22stress+excel%22"),
        new("Search, nothing found with several filters", "catalogue", "/catalogue?q=stress&kind=apprenticeship&cost=high"),
        new("Search, nothing found", "catalogue", "/catalogue?q=zzzz"),
        new("Search, nothing found with filters", "catalogue", "/catalogue?q=zzzz&kind=course"),
        new("Search, very long", "catalogue", "/catalogue?q=" + new string('w', 5000)),
        new("Search, unknown filters", "catalogue", "/catalogue?colour=red&kind=unheard-of&topic=" + new string('t', 500)),
        new("Search, right to left", "catalogue", "/catalogue?q=" + Uri.EscapeDataString("التعلم والتطوير")),
        new("Not found", "errors/{code:int:range(400,599)}", "/no/such/page", Status: 404, IsMain: true),
        new("Not found, signed out", "errors/{code:int:range(400,599)}", "/errors/404", Person: null, Status: 404),
        new("Entry not found", "catalogue/{slug}", "/catalogue/no-such-entry", Status: 404),
        new("Forbidden", "errors/{code:int:range(400,599)}", "/errors/403", Status: 403),
        new("Failed", "errors/{code:int:range(400,599)}", "/errors/500", Status: 500),
        new("Profile", "profile", "/profile", IsMain: true),
        new("Profile of an administrator", "profile", "/profile", "administrator"),
        new("Provider", "providers/{slug}", "/providers/northbourne-learning-and-development"),
        new("Providers", "providers", "/providers", IsMain: true),
        new("Providers, nothing found", "providers", "/providers?q=zzzz&recognised=yes"),
        new("Provider for an editor", "providers/{slug}", "/providers/northbourne-learning-and-development", "editor"),
        new("Provider not found", "providers/{slug}", "/providers/no-such-provider", Status: 404),
        new("Pathways", "catalogue/pathways", "/catalogue/pathways", IsMain: true),
        new("Pathways of a councillor, page 2", "catalogue/pathways", "/catalogue/pathways?page=2", "democratic-services"),
        new("Entry to be done", "catalogue/{slug}/done", "/catalogue/managing-stress/done"),
        new("Entry to be done, refused", "catalogue/{slug}/done", "/catalogue/managing-stress/done")
        {
            Before = async page =>
            {
                await page.GetByLabel("Year").FillAsync("2999");
                await page.GetByRole(AriaRole.Button, new() { Name = "I have done this", Exact = true }).ClickAsync();
            },
        },
        new("Pathway with a step done", "catalogue/{slug}", "/catalogue/aspiring-manager", "coach")
        {
            Before = page => MarkAsync(page, "planning-your-career", "/catalogue/aspiring-manager"),
        },
        new("Step that is done", "catalogue/{slug}", "/catalogue/planning-your-career", "coach")
        {
            Before = page => MarkAsync(page, "planning-your-career", "/catalogue/planning-your-career"),
        },
        new("Pathways in progress", "catalogue/pathways", "/catalogue/pathways", "coach")
        {
            Before = page => MarkAsync(page, "planning-your-career", "/catalogue/pathways"),
        },
        new("Home with pathways in progress", "", "/", "coach") { Before = page => MarkAsync(page, "planning-your-career", "/") },
        new("Development offer", "catalogue/offer", "/catalogue/offer", "manager", IsMain: true),
        new("Development offer, one level", "catalogue/offer", "/catalogue/offer?topic=&pillar=&level=team-leader"),
        new("Development offer, nothing", "catalogue/offer", "/catalogue/offer?topic=topic-planning&pillar=personal"),
        .. Entries(),
        .. ForYou(),
        .. Editing(),
        .. Administration(),
        .. Accounts(),
        .. Statements(),
    ];

    private static IEnumerable<PortalPage> Accounts() =>
    [
        new("Sign-in with a passkey", "sign-in/passkey", "/sign-in/passkey", Person: null),
        new("Code", "sign-in/code", "/sign-in/code", Person: null),
        new("Forgotten password", "sign-in/forgotten", "/sign-in/forgotten", Person: null),
        new("Forgotten password, refused", "sign-in/forgotten", "/sign-in/forgotten", Person: null)
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Send the letter", Exact = true }).ClickAsync(),
        },
        new("Forgotten password, sent", "sign-in/forgotten", "/sign-in/forgotten?sent=true", Person: null),
        new("Forgotten password, old link", "sign-in/reset", "/sign-in/reset?token=old", Person: null),
        new("Account", "account", "/account"),
        new("Change of password", "account/password", "/account/password"),
        new("Change of password, refused", "account/password", "/account/password")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save the new password", Exact = true }).ClickAsync(),
        },
        new("Confirmation", "account/confirm", "/account/confirm"),
        new("Second step", "account/second-factor", "/account/second-factor"),
        new("Authenticator app", "account/authenticator", "/account/authenticator"),
        new("Authenticator app, refused", "account/authenticator", "/account/authenticator")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Set it up", Exact = true }).ClickAsync(),
        },
        new("Recovery codes", "account/recovery-codes", "/account/recovery-codes"),
        new("Passkeys", "account/passkeys", "/account/passkeys"),
        new("No passkey", "account/passkeys/{id}", "/account/passkeys/none", Status: 404),
        new("Sessions", "account/sessions", "/account/sessions"),
        new("Sign-ins", "account/sign-ins", "/account/sign-ins"),
        new("People and accounts", "admin/people", "/admin/people", "administrator"),
        new("People and accounts, nobody found", "admin/people", "/admin/people?q=zzzz", "administrator"),
        new("Account of a person", "admin/people/{id}", "/admin/people?q=whitfield", "administrator") { Before = page => GoToPersonAsync(page, "") },
        new("Account to be disabled", "admin/people/{id}/use", "/admin/people?q=whitfield", "administrator") { Before = page => GoToPersonAsync(page, "/use") },
        new("Second step to be removed", "admin/people/{id}/second-factor", "/admin/people?q=whitfield", "administrator") { Before = page => GoToPersonAsync(page, "/second-factor") },
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

    private static async Task GoToPersonAsync(IPage page, string below)
    {
        var address = await page.Locator("tbody a").First.GetAttributeAsync("href");
        await GoAsync(page, address + below);
    }

    // Marks an entry as done where it is not yet, and goes on to a page.
    private static async Task MarkAsync(IPage page, string slug, string then)
    {
        await page.GotoAsync($"/catalogue/{slug}");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "I have done this today" });
        if (await button.CountAsync() > 0)
        {
            await button.ClickAsync();
        }

        await page.GotoAsync(then);
    }

    // One entry of each kind, the longest title among them: each kind has facts of its own.
    private static IEnumerable<PortalPage> Entries() =>
    [
        new("Entry", "catalogue/{slug}", "/catalogue/managing-stress", IsMain: true),
        new("Entry for an editor", "catalogue/{slug}", "/catalogue/core-learning-pathway", "editor"),
        new("Entry for councillors", "catalogue/{slug}", "/catalogue/planning-committee-essential-training", "councillor"),
        .. from slug in (string[])
            [
                "core-learning-pathway", "customer-service-practitioner", "ilm-level-3-in-leadership-and-management", "fire-safety-awareness",
                "people-managers-network", "lga-annual-conference", "staff-conference", "springboard", "job-shadowing-a-day-in-another-service",
                "acas-guides-and-templates-for-managers", "time-off-fees-and-paying-back-what-each-kind-of-learning-brings",
            ]
           select new PortalPage($"Entry {slug}", "catalogue/{slug}", $"/catalogue/{slug}"),
    ];

    private static IEnumerable<PortalPage> ForYou() =>
    [
        new("Recommended for you", "catalogue/for-you", "/catalogue/for-you", IsMain: true),
        new("Recommended for a manager", "catalogue/for-you", "/catalogue/for-you", "manager"),
        new("Recommended for a councillor", "catalogue/for-you", "/catalogue/for-you", "councillor"),
        new("Set aside, nothing", "catalogue/for-you/set-aside", "/catalogue/for-you/set-aside"),
        new("Set aside", "catalogue/for-you/set-aside", "/catalogue/for-you", "democratic-services")
        {
            Before = async page =>
            {
                await page.Locator("button:has-text('Not this')").First.ClickAsync();
                await GoAsync(page, "/catalogue/for-you/set-aside");
            },
        },
        new("Saved, nothing", "catalogue/saved", "/catalogue/saved"),
        new("Saved", "catalogue/saved", "/catalogue/managing-stress", "coach", IsMain: true)
        {
            Before = async page =>
            {
                var save = page.GetByRole(AriaRole.Button, new() { Name = "Save for later" });
                if (await save.CountAsync() > 0)
                {
                    await save.ClickAsync();
                }

                await GoAsync(page, "/catalogue/saved");
            },
        },
        new("Removed from saved", "catalogue/saved", "/catalogue/minute-taking", "chief-officer")
        {
            Before = async page =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Save for later" }).ClickAsync();
                await GoAsync(page, "/catalogue/saved");
                await page.Locator("button:has-text('Remove')").First.ClickAsync();
            },
        },
        new("Recommend", "catalogue/{slug}/recommend", "/catalogue/managing-stress/recommend", "manager", IsMain: true),
        new("Recommend, people found", "catalogue/{slug}/recommend", "/catalogue/managing-stress/recommend", "manager") { Before = page => FindAsync(page, "ma") },
        new("Recommend, refused", "catalogue/{slug}/recommend", "/catalogue/managing-stress/recommend", "manager")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Recommend", Exact = true }).ClickAsync(),
        },
        new("Recommend no entry", "catalogue/{slug}/recommend", "/catalogue/no-such-entry/recommend", Status: 404),
        new("Sent, nothing", "catalogue/for-you/sent", "/catalogue/for-you/sent"),
        new("Sent", "catalogue/for-you/sent", "/catalogue/managing-stress/recommend", "hr")
        {
            Before = async page =>
            {
                await FindAsync(page, "whitfield");
                await page.Locator("input[name=People]").First.CheckAsync();
                await page.GetByLabel("Note (optional)").FillAsync("You asked about this.\nThe second half is the useful one.");
                await page.GetByRole(AriaRole.Button, new() { Name = "Recommend", Exact = true }).ClickAsync();
                await GoAsync(page, "/catalogue/for-you/sent");
            },
        },
    ];

    private static async Task FindAsync(IPage page, string words)
    {
        await page.GetByLabel("Find a colleague").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
    }

    private static async Task GoAsync(IPage page, string path)
    {
        await page.WaitForLoadStateAsync();
        await page.GotoAsync(new Uri(new Uri(page.Url), path).ToString());
    }

    private static IEnumerable<PortalPage> Editing() =>
    [
        new("Content", "content", "/content", "editor", IsMain: true),
        new("Content, page 2", "content", "/content?page=2", "editor"),
        new("Content, nothing found", "content", "/content?q=zzzz", "editor"),
        new("Content for an employee", "content", "/content", Status: 403),
        new("Choice of type", "content/new", "/content/new", "editor"),
        new("New course", "content/new/{type}", "/content/new/Course", "editor", IsMain: true),
        new("New course, refused", "content/new/{type}", "/content/new/Course", "editor", IsMain: true)
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync(),
        },
        .. from type in (string[])["Programme", "LearningResource", "WorkOpportunity", "Provider", "Taxonomy"]
           select new PortalPage($"New {type}", "content/new/{type}", $"/content/new/{type}", "editor"),
        new("New item of no type", "content/new/{type}", "/content/new/NoSuchType", "editor", Status: 404),
        new("Edit", "content/{id}", "/content/managing-stress", "editor", IsMain: true),
        new("Edit, refused", "content/{id}", "/content/managing-stress", "editor")
        {
            Before = async page =>
            {
                await page.GetByLabel("Title", new() { Exact = true }).First.FillAsync("");
                await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
            },
        },
        new("Edit topics", "content/{id}", "/content/topics", "editor"),
        new("Edit no item", "content/{id}", "/content/no-such-item", "editor", Status: 404),
        new("Preview", "content/{id}/preview", "/content/managing-stress/preview", "editor"),
        new("Versions", "content/{id}/versions", "/content/managing-stress/versions", "editor"),
        new("Version", "content/{id}/versions/{versionId}", "/content/managing-stress/versions", "editor")
        {
            Before = page => page.Locator("td a").First.ClickAsync(),
        },
        .. Curation(),
        new("Unpublish", "content/{id}/unpublish", "/content/managing-stress/unpublish", "editor"),
        new("Searches", "content/searches", "/content/searches", "editor", IsMain: true),
        new("Searches, nothing found", "content/searches", "/content/searches?show=Nothing&q=zzzz", "editor"),
        new("Add a synonym", "content/searches/synonyms", "/content/searches/synonyms?text=zumba", "editor"),
        new("Add a synonym, refused", "content/searches/synonyms", "/content/searches/synonyms", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(),
        },
        new("Choose a first result", "content/searches/first", "/content/searches/first?text=stress", "editor"),
        new("Choose a first result, refused", "content/searches/first", "/content/searches/first?text=zzzz", "editor")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync(),
        },
        new("Remove", "content/{id}/remove", "/content/managing-stress/remove", "editor"),
    ];

    private static IEnumerable<PortalPage> Curation() =>
    [
        new("Reviews", "content/reviews", "/content/reviews?show=All", "editor", IsMain: true),
        new("Reviews, overdue", "content/reviews", "/content/reviews", "editor"),
        new("Reviews, incomplete", "content/reviews", "/content/reviews?show=Incomplete", "editor"),
        new("Reviews, nothing found", "content/reviews", "/content/reviews?q=zzzz", "editor"),
        new("Reviews for an employee", "content/reviews", "/content/reviews"),
        new("Links", "content/links", "/content/links?show=All", "editor", IsMain: true),
        new("Links, none dead", "content/links", "/content/links?q=zzzz", "editor"),
        new("Links for an employee", "content/links", "/content/links", Status: 403),
        new("Link", "content/links/{id}", "/content/links?show=All", "editor") { Before = page => page.Locator("tbody a").First.ClickAsync() },
        new("Link, refused", "content/links/{id}", "/content/links?show=All", "editor")
        {
            Before = async page =>
            {
                await page.Locator("tbody a").First.ClickAsync();
                await page.GetByLabel("New address").FillAsync("nowhere");
                await page.GetByRole(AriaRole.Button, new() { Name = "Replace", Exact = true }).ClickAsync();
            },
        },
        new("No such link", "content/links/{id}", "/content/links/no-such-link", "editor", Status: 404),
        new("Assessment of a course", "content/{id}/assessment", "/content/managing-stress/assessment", "editor"),
        new("Assessment of no course", "content/{id}/assessment", "/content/topics/assessment", "editor", Status: 404),
        new("New assessment", "content/new/{type}", "/content/new/EqualityImpactAssessment", "editor"),
    ];

    private static IEnumerable<PortalPage> Administration() =>
    [
        new("Administration", "admin", "/admin", "administrator"),
        new("Administration for an employee", "admin", "/admin", Status: 403),
        .. Settings(),
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
        .. Recipes(),
        new("Recent changes, filtered", "admin/audit", "/admin/audit?from=2026-01-01&event=FeatureSwitched", "administrator"),
        new("Recent changes, refused", "admin/audit", "/admin/audit?from.Day=31&from.Month=2&from.Year=2026", "administrator"),
        new("A change", "admin/audit/{id:long}", "/admin/audit/1", "administrator"),
        new("A change for an employee", "admin/audit/{id:long}", "/admin/audit/1", Status: 403),
        new("How the portal runs", "admin/running", "/admin/running", "administrator"),
        new("How the portal runs, for an employee", "admin/running", "/admin/running", Status: 403),
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
        new("Settings of reviews", "admin/settings/{section}", "/admin/settings/curation", "administrator"),
        new("Settings of links", "admin/settings/{section}", "/admin/settings/link", "administrator"),
        new("Settings of assessments", "admin/settings/{section}", "/admin/settings/equality", "administrator"),
        new("Settings of the catalogue", "admin/settings/{section}", "/admin/settings/catalogue", "administrator"),
        new("Settings of the calendar", "admin/settings/{section}", "/admin/settings/calendar", "administrator"),
        new("Settings of the calendar, rows added", "admin/settings/{section}", "/admin/settings/calendar", "administrator")
        {
            Before = async page =>
            {
                await page.Locator("button:has-text('Add another')").First.ClickAsync();
                await page.WaitForLoadStateAsync();
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
        new("Jobs", "admin/jobs", "/admin/jobs", "administrator"),
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
        await page.WaitForLoadStateAsync();
    }

    private static async Task FollowAsync(IPage page, params string[] links)
    {
        foreach (var link in links)
        {
            await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
            await page.WaitForLoadStateAsync();
        }
    }

    private static IEnumerable<PortalPage> Statements() =>
        from name in (string[])["help", "accessibility", "privacy", "cookies"]
        from person in (string?[])["employee", null]
        select new PortalPage($"{name}{(person is null ? ", signed out" : "")}", name, $"/{name}", person);
}

using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of the catalogue: searching, entries, what is for somebody.</summary>
internal static class CataloguePages
{
    public static IEnumerable<PortalPage> All =>
    [
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
        new("Entry not found", "catalogue/{slug}", "/catalogue/no-such-entry", Status: 404),
        new("Provider", "providers/{slug}", "/providers/northbourne-learning-and-development"),
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
    ];

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
                await page.GoAsync("/catalogue/for-you/set-aside");
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

                await page.GoAsync("/catalogue/saved");
            },
        },
        new("Removed from saved", "catalogue/saved", "/catalogue/minute-taking", "chief-officer")
        {
            Before = async page =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Save for later" }).ClickAsync();
                await page.GoAsync("/catalogue/saved");
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
                await page.GoAsync("/catalogue/for-you/sent");
            },
        },
    ];

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

    private static async Task FindAsync(IPage page, string words)
    {
        await page.GetByLabel("Find a colleague").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();
    }
}

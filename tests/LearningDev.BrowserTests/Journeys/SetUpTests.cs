using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using LearningDev.TestSupport.Html;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>A council's first hour: from the code on the console to the administrator's home page, against the real host in production.</summary>
[Requirement("ADM-05")]
public class SetUpTests
{
    private const int Telephone = 390;
    private const int Narrowest = 320;
    private const string Password = "heron-lantern-oats";

    [Fact]
    public async Task SetUp_KeyboardAlone_LeadsFromTheCodeToTheSecondStep()
    {
        await using var portal = await NewPortal.StartAsync();
        await using var chromium = await Chromium.LaunchAsync();
        await using var visit = await OpenAsync(chromium, portal, script: true);
        var keyboard = new Keyboard(visit.Page);

        await ShouldBeSoundAsync(visit);
        (await keyboard.TabToAsync("input", "Set-up code"))[0].Name.ShouldBe("Skip to main content");
        await keyboard.TypeAsync(portal.Code);
        await GoOnAsync(visit, keyboard, "/set-up/council");
        await keyboard.TabToAsync("input", "Name of the council");
        await keyboard.TypeAsync("Westmarsh Borough Council");
        await GoOnAsync(visit, keyboard, "/set-up/nation");
        await keyboard.TabToAsync("input", "England and Wales");
        await keyboard.PressAsync("Space");
        await GoOnAsync(visit, keyboard, "/set-up/database");
        await keyboard.TabToAsync("input", "Go on with the SQLite file");
        await keyboard.PressAsync("Space");
        await GoOnAsync(visit, keyboard, "/set-up/starting-point");
        await keyboard.TabToAsync("input", "A new council");
        await keyboard.PressAsync("Space");
        await GoOnAsync(visit, keyboard, "/set-up/administrator");
        foreach (var (label, text) in new[]
        {
            ("First name", "Pat"), ("Last name", "Jones"), ("Email address", "pat.jones@westmarsh.example"), ("User name", "pat.jones"), ("Password", Password),
        })
        {
            await keyboard.TabToAsync("input", label);
            await keyboard.TypeAsync(text);
        }

        await GoOnAsync(visit, keyboard, "/set-up/check");
        await keyboard.TabToAsync("button", "Set up the portal");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/sign-in");
        (await visit.Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("Sign in as pat.jones");
        await keyboard.TabToAsync("input", "User name");
        await keyboard.TypeAsync("pat.jones");
        await keyboard.TabToAsync("input", "Password");
        await keyboard.TypeAsync(Password);
        await keyboard.PressAsync("Enter");
        // Administrators need a second step, so it is set up before anything else.
        await visit.Page.ArriveAsync(url => new Uri(url).AbsolutePath.StartsWith("/account", StringComparison.Ordinal));
        visit.ShouldBeWithoutComplaints();

        await visit.OpenAsync("/set-up");
        visit.Status.ShouldBe(404);
    }

    [Fact]
    public async Task SetUp_WithoutScript_EveryPageIsValidHtmlAndItEndsAtTheSignInPage()
    {
        await using var portal = await NewPortal.StartAsync();
        await using var chromium = await Chromium.LaunchAsync();
        await using var visit = await OpenAsync(chromium, portal, script: false);
        var page = visit.Page;
        var documents = new Dictionary<string, string>();

        await SendAsync("Continue");
        await page.GetByLabel("Set-up code").FillAsync(portal.Code);
        await SendAsync("Continue");
        await page.GetByLabel("Name of the council").FillAsync("Westmarsh Borough Council");
        await SendAsync("Continue");
        await page.GetByLabel("Northern Ireland").CheckAsync();
        await SendAsync("Continue");
        await page.GetByLabel("Test a PostgreSQL database").CheckAsync();
        await page.GetByLabel("Connection string").FillAsync("Host=127.0.0.1;Port=1;Database=x;Username=x;Password=x");
        await SendAsync("Continue");
        await page.GetByLabel("Go on with the SQLite file").CheckAsync();
        await SendAsync("Continue");
        await SendAsync("Continue");
        await page.GetByLabel("A new council").CheckAsync();
        await SendAsync("Continue");
        await SendAsync("Continue");
        await page.GetByLabel("First name").FillAsync("Pat");
        await page.GetByLabel("Last name").FillAsync("Jones");
        await page.GetByLabel("Email address").FillAsync("pat.jones@westmarsh.example");
        await page.GetByLabel("User name").FillAsync("pat.jones");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await SendAsync("Continue");
        await SendAsync("Set up the portal");
        await page.ArriveAsync("**/sign-in");

        await HtmlValidator.ShouldBeValidAsync(documents);
        documents.Count.ShouldBe(11);

        async Task SendAsync(string button)
        {
            documents.Add($"{documents.Count} {visit.PathAndQuery}", await visit.SourceAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        }
    }

    private static async Task<Visit> OpenAsync(Chromium chromium, NewPortal portal, bool script)
    {
        var visit = await Visit.StartAsync(await chromium.VisitAsync(portal.Address, options =>
        {
            options.IgnoreHTTPSErrors = true;
            options.JavaScriptEnabled = script;
            options.ViewportSize = new ViewportSize { Width = script ? 1280 : Telephone, Height = 900 };
        }), isShared: false);
        await visit.OpenAsync("/");
        visit.PathAndQuery.ShouldBe("/set-up");
        return visit;
    }

    private static async Task GoOnAsync(Visit visit, Keyboard keyboard, string path)
    {
        await keyboard.TabToAsync("button", "Continue");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync($"**{path}");
        await ShouldBeSoundAsync(visit);
    }

    private static async Task ShouldBeSoundAsync(Visit visit)
    {
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.ShouldFitTheWidthAsync(Narrowest);
        await visit.ShouldFitTheWidthAsync(Telephone);
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.Page.SetViewportSizeAsync(1280, 900);
        visit.ShouldBeWithoutComplaints();
    }
}

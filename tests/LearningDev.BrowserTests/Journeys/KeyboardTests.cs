using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class KeyboardTests(BrowserPortal portal)
{
    // The password of the demonstration's accounts; see LearningDev.Web's Demonstration.
    private const string Password = "learning-at-northbourne";

    [Fact]
    [Requirement("ADM-04")]
    public async Task Portal_KeyboardAlone_LeadsFromSignInToSignOut()
    {
        await using var visit = await portal.VisitAsync();
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync("/");

        await SignInAsync(visit, keyboard);
        await SearchAsync(visit, keyboard);
        await NarrowAsync(visit, keyboard);
        await OpenAsync(visit, keyboard);
        await SignOutAsync(visit, keyboard);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("ADM-04")]
    public async Task SignIn_Refused_ErrorSummaryTakesTheFocusAndLeadsToTheField()
    {
        await using var visit = await portal.VisitAsync();
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync("/sign-in");
        await keyboard.TabToAsync("button", "Sign in");
        await keyboard.PressAsync("Enter");
        await visit.Page.WaitForFunctionAsync("document.activeElement.matches('.govuk-error-summary')");

        (await visit.Page.TitleAsync()).ShouldStartWith("Error: ");
        (await keyboard.TabAsync()).Name.ShouldBe("Enter your user name");
        (await keyboard.TabAsync()).Name.ShouldBe("Enter your password");
        await keyboard.PressAsync("Enter");
        (await keyboard.FocusAsync())!.Name.ShouldBe("Password");
    }

    private static async Task SignInAsync(Visit visit, Keyboard keyboard)
    {
        (await keyboard.TabToAsync("input", "User name"))[0].Name.ShouldBe("Skip to main content");
        await keyboard.TypeAsync("employee");
        (await keyboard.TabAsync()).Name.ShouldBe("Password");
        await keyboard.TypeAsync(Password);
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync(url => new Uri(url).AbsolutePath == "/");
    }

    private static async Task SearchAsync(Visit visit, Keyboard keyboard)
    {
        var stops = await keyboard.TabToAsync("input", "Search all learning");
        stops[0].Name.ShouldBe("Skip to main content");
        await keyboard.TypeAsync("stress");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/catalogue?q=stress");
    }

    private static async Task NarrowAsync(Visit visit, Keyboard keyboard)
    {
        // The skip link, and from there the way on: search box, its button, the filters, the button that applies them.
        await keyboard.TabAsync();
        await keyboard.PressAsync("Enter");
        var stops = await keyboard.TabToAsync("input", "Course");
        stops[0].Name.ShouldBe("Search all learning");
        await keyboard.PressAsync("Space");
        await keyboard.TabToAsync("button", "Apply filters");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/catalogue?q=stress&kind=course");
    }

    private static async Task OpenAsync(Visit visit, Keyboard keyboard)
    {
        await keyboard.TabToAsync("a", "Clear all filters");
        var result = await keyboard.TabAsync();
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/catalogue/*");
        (await visit.Page.Locator("h1").InnerTextAsync()).ShouldBe(result.Name);
    }

    private static async Task SignOutAsync(Visit visit, Keyboard keyboard)
    {
        await keyboard.TabToAsync("summary", "");
        await keyboard.PressAsync("Enter");
        await keyboard.TabToAsync("button", "Sign out");
        await keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/sign-in");
    }
}

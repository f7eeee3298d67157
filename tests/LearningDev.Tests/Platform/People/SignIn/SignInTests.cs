using System.Net;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Web.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.SignIn;

public class SignInTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Wrong = "The user name or password is not right, or the account is not in use";

    [Fact]
    public async Task Get_Stranger_ShowsTheForm()
    {
        var page = await portal.GetDocumentAsync("/sign-in", null);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Sign in");
        page.Form("/sign-in").Elements["Password"].ShouldNotBeNull().GetAttribute("autocomplete").ShouldBe("current-password");
    }

    [Fact]
    public async Task Get_SignedIn_GoesOn()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/sign-in?returnUrl=%2Fprofile");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/profile");
    }

    [Fact]
    public async Task Post_NothingTyped_SaysWhatToEnter()
    {
        var (_, errors) = await RefusedAsync("", "");

        errors.ShouldBe(["Enter your user name", "Enter your password"]);
    }

    [Fact]
    [Requirement("ADM-02")]
    public async Task Post_RightPassword_GoesWhereOneWantedToGoAndIsAudited()
    {
        using var client = portal.SignedOut();
        using var sentAway = await client.GetAsync("/profile");
        sentAway.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.GetPageAsync(sentAway.Headers.Location!.PathAndQuery);

        using var answer = await client.SubmitAsync(page.Form("/sign-in"), ("UserName", "democratic-services"), ("Password", DemonstrationAccount.Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/profile");
        (await client.GetPageAsync("/profile")).QuerySelector("h1")!.TextContent.ShouldBe("Your profile");
        (await AuditAsync("SignedIn")).ShouldContain(summary => summary.EndsWith("signed in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Post_ReturnUrlElsewhere_GoesHome(string returnUrl)
    {
        using var client = portal.SignedOut();
        var page = await client.GetPageAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        using var answer = await client.SubmitAsync(
            page.Form("/sign-in"), ("UserName", "coach"), ("Password", DemonstrationAccount.Password), ("ReturnUrl", returnUrl));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task Post_WrongPassword_SaysSoKeepsTheNameAndIsAudited()
    {
        var (page, errors) = await RefusedAsync("editor", "not-the-password");

        errors.ShouldBe([Wrong]);
        page.QuerySelector("#UserName")!.GetAttribute("value").ShouldBe("editor");
        page.QuerySelector("#Password")!.HasAttribute("value").ShouldBeFalse();
        page.Title!.ShouldStartWith("Error: ");
        (await AuditAsync("SignInFailed")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Post_UnknownName_SaysTheSameAsForAWrongPassword()
    {
        var (_, errors) = await RefusedAsync("nobody-of-that-name", "not-the-password");

        errors.ShouldBe([Wrong]);
    }

    [Fact]
    public async Task Post_FiveWrongPasswords_LocksTheAccount()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            (await RefusedAsync("hr", "not-the-password")).Errors.ShouldBe([Wrong]);
        }

        (await RefusedAsync("hr", "not-the-password")).Errors.Single().ShouldStartWith("This account is locked for 15 minutes");
        (await RefusedAsync("hr", DemonstrationAccount.Password)).Errors.Single().ShouldStartWith("This account is locked for 15 minutes");
    }

    [Fact]
    public async Task Post_TooManyAttempts_AnswersTooManyRequests()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await RefusedAsync("somebody-who-guesses", "not-the-password");
        }

        var (_, errors) = await RefusedAsync("Somebody-Who-Guesses ", "not-the-password", HttpStatusCode.TooManyRequests);

        errors.Single().ShouldStartWith("There have been too many attempts");
    }

    [Fact]
    public async Task Post_LeaverOrFutureStarter_IsRefused()
    {
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);
        await AddPersonAsync("leaver", person => person.LeavesOn = today.AddDays(-2));
        await AddPersonAsync("starter", person => person.StartsOn = today.AddDays(2));
        await AddPersonAsync("last-day", person => (person.StartsOn, person.LeavesOn) = (today.AddDays(-2), today.AddDays(2)));

        (await RefusedAsync("leaver", DemonstrationAccount.Password)).Errors.ShouldBe([Wrong]);
        (await RefusedAsync("starter", DemonstrationAccount.Password)).Errors.ShouldBe([Wrong]);
        using var client = portal.SignedOut();
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync("/sign-in")).Form("/sign-in"), ("UserName", "last-day"), ("Password", DemonstrationAccount.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_FormFromAnotherVisit_AnswersAPageThatSaysWhatToDo()
    {
        using var client = portal.SignedOut();
        var page = await client.GetPageAsync("/sign-in");

        using var answer = await client.SubmitAsync(
            page.Form("/sign-in"), ("UserName", "coach"), ("Password", "x"), ("__RequestVerificationToken", "not-a-token"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("This page could not be used");
    }

    private async Task<(AngleSharp.Html.Dom.IHtmlDocument Page, IReadOnlyList<string> Errors)> RefusedAsync(
        string userName, string password, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var client = portal.SignedOut();
        var form = (await client.GetPageAsync("/sign-in")).Form("/sign-in");
        using var answer = await client.SubmitAsync(form, ("UserName", userName), ("Password", password));
        answer.StatusCode.ShouldBe(status);
        var page = await answer.ReadPageAsync();
        return (page, [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())]);
    }

    private async Task AddPersonAsync(string userName, Action<Person> change)
    {
        await using var scope = portal.Scope();
        var person = new Person { UserName = userName, Email = $"{userName}@northbourne.example", GivenName = "Alex", FamilyName = "Doe" };
        change(person);
        (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, DemonstrationAccount.Password)).Succeeded.ShouldBeTrue();
    }

    private async Task<IReadOnlyList<string>> AuditAsync(string name)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries
            .Where(row => row.Event == name).Select(row => row.Summary).ToListAsync();
    }
}

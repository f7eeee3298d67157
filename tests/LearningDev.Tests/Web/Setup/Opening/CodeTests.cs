using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Web.Setup.Opening;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.Opening;

[Requirement("ADM-05")]
public class CodeTests(SetupPortal portal) : IClassFixture<SetupPortal>
{
    private const string Wrong = "The code is not right, or it has been used or has expired. Look for the newest one on the console";
    private const string MadeUp = "BBBB-BBBB-BBBB-BBBB-BBBB";

    [Fact]
    public async Task Get_Stranger_AsksForTheCodeAndSaysNothingElse()
    {
        using var client = portal.SignedOut();

        var page = await client.GetPageAsync("/set-up");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Enter the set-up code");
        page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")).ShouldBe(["#main-content", "/set-up"], ignoreOrder: true);
    }

    [Fact]
    public async Task Post_TheCode_OpensSetUpIsAuditedAndIsUsedUp()
    {
        var code = await portal.NewCodeAsync();
        using var client = portal.SignedOut();

        using var answer = await PostAsync(client, code.ToLowerInvariant().Replace('-', ' '));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/council");
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-learningdev-set-up=", StringComparison.Ordinal))
            .ShouldSatisfyAllConditions(
                cookie => cookie.ShouldContain("secure"), cookie => cookie.ShouldContain("httponly"), cookie => cookie.ShouldContain("samesite=strict"));
        (await portal.EventsAsync()).ShouldContain(nameof(SetupOpened));
        await ShouldBeRefusedAsync(portal, code);
    }

    [Fact]
    public async Task Post_WrongCode_IsRefusedAndAudited()
    {
        await portal.NewCodeAsync();
        var before = await portal.EventsAsync();

        await ShouldBeRefusedAsync(portal, MadeUp);

        (await portal.EventsAsync()).Skip(before.Count).ShouldContain(nameof(SetupCodeRefused));
        (await portal.LookAsync(db => db.Set<SetupCodeRow>().SingleAsync(row => row.Node == SetupCodePrinter.Node))).WrongAttempts.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "Enter the set-up code")]
    [InlineData("   ", "Enter the set-up code")]
    public async Task Post_Nothing_SaysWhatToEnter(string typed, string expected)
    {
        using var client = portal.SignedOut();

        using var answer = await PostAsync(client, typed);

        Errors(await answer.ReadPageAsync()).ShouldBe([expected]);
    }

    [Fact]
    public async Task Post_TheSameCodeFromTwoBrowsersAtOnce_LetsOneIn()
    {
        var code = await portal.NewCodeAsync();
        HttpClient[] clients = [portal.SignedOut(), portal.SignedOut(), portal.SignedOut()];
        IHtmlFormElement[] forms = [.. await Task.WhenAll(clients.Select(async client => (await client.GetPageAsync("/set-up")).Form()))];

        var answers = await Task.WhenAll(clients.Zip(forms, (client, form) => client.SubmitAsync(form, ("Code", code))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(2);
    }

    [Fact]
    public async Task Post_CodeOfAnotherNode_IsAcceptedToo()
    {
        await portal.NewCodeAsync();
        await using var scope = portal.Scope();
        var code = await scope.ServiceProvider.GetRequiredService<SetupCodes>().IssueAsync("another-node");
        using var client = portal.SignedOut();

        using var answer = await PostAsync(client, code);

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/council");
    }

    [Fact]
    public async Task Restart_NewCode_ReplacesTheOneBefore()
    {
        var old = await portal.NewCodeAsync();

        var code = await portal.NewCodeAsync();

        code.ShouldNotBe(old);
        await ShouldBeRefusedAsync(portal, old);
    }

    [Fact]
    public async Task Database_Code_IsKeptHashedOnly()
    {
        var code = await portal.NewCodeAsync();

        var row = await portal.LookAsync(db => db.Set<SetupCodeRow>().SingleAsync(row => row.Node == SetupCodePrinter.Node));
        var audit = await portal.LookAsync(db => db.AuditEntries.Select(entry => entry.Data + entry.Summary).ToListAsync());

        row.Hash.ShouldBe(SetupCode.Hash(code));
        audit.ShouldAllBe(text => !text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_ExpiredCode_IsRefusedLikeAnyOtherAndANewOneIsPrinted()
    {
        await using var portal = new SetupPortal();
        await portal.InitializeAsync();
        var old = await portal.NewCodeAsync();
        (await portal.LookedAfterCodeAsync()).ShouldBe(old, "it can still be used");

        portal.Clock.Advance(TimeSpan.FromMinutes(61));

        await ShouldBeRefusedAsync(portal, old);
        var code = await portal.LookedAfterCodeAsync();
        code.ShouldNotBe(old);
        using var client = portal.SignedOut();
        using var answer = await PostAsync(client, code);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_ManyWrongCodes_MakeTheRightOneUselessUntilANewOneIsPrinted()
    {
        await using var portal = new SetupPortal();
        await portal.InitializeAsync();
        var code = await portal.NewCodeAsync();
        await portal.LookAsync(db => db.Set<SetupCodeRow>().ExecuteUpdateAsync(row => row.SetProperty(set => set.WrongAttempts, SetupCodes.MostWrongAttempts - 1)));

        await ShouldBeRefusedAsync(portal, MadeUp);

        await ShouldBeRefusedAsync(portal, code);
        (await portal.LookedAfterCodeAsync()).ShouldNotBe(code);
    }

    private static async Task ShouldBeRefusedAsync(SetupPortal portal, string code)
    {
        using var client = portal.SignedOut();
        using var answer = await PostAsync(client, code);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        Errors(page).ShouldBe([Wrong]);
        page.QuerySelector(".govuk-form-group--error .govuk-error-message").ShouldNotBeNull();
        ((IHtmlInputElement)page.QuerySelector("input[name=Code]")!).Value.ShouldBe(code);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string code) =>
        await client.SubmitAsync((await client.GetPageAsync("/set-up")).Form(), ("Code", code));

    private static IEnumerable<string> Errors(IHtmlDocument page) =>
        page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim());
}

/// <summary>With the limits as they are shipped.</summary>
public class CodeLimitTests(CodeLimitTests.LimitedPortal portal) : IClassFixture<CodeLimitTests.LimitedPortal>
{
    [Fact]
    public async Task Post_ManyAttemptsInAMinute_AnswersTooManyRequestsEvenToTheRightCode()
    {
        var code = await portal.NewCodeAsync();
        using var client = portal.SignedOut();
        var form = (await client.GetPageAsync("/set-up")).Form();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var refused = await client.SubmitAsync(form, ("Code", "BBBB"));
            refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var answer = await client.SubmitAsync(form, ("Code", code));

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary__list")!.TextContent.ShouldContain("too many attempts");
    }

    public sealed class LimitedPortal : SetupPortal
    {
        protected override void Configuration(IDictionary<string, string?> settings)
        {
        }
    }
}

using System.Net;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Rules;

[Requirement("ADM-01")]
[Requirement("ADM-02")]
public class RulesTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/admin/accounts/rules";

    [Fact]
    public async Task Get_WithoutThePermission_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Administrator_ShowsTheRules()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(Url);

        page.QuerySelector("#Form_IdleHours")!.GetAttribute("value").ShouldBe("10");
        page.QuerySelectorAll("input[name='Form.SecondFactorRoles']").Length.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Post_NewRules_AreSavedAndAudited()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(Url)).Form(Url), ("Form.PasswordLength", "14"), ("Form.SecondFactorRoles", "HR"), ("Form.LockMinutes", "30"), ("Form.TellOfNewBrowsers", "true"));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("The rules are saved");
        await using var scope = portal.Scope();
        var rules = await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<AccountSettings>();
        (rules.PasswordLength, rules.LockMinutes, rules.TellOfNewBrowsers, rules.MayRememberBrowsers).ShouldBe((14, 30, true, false));
        rules.SecondFactorRoles.ShouldBe(["HR"]);
        (await portal.AuditAsync("SettingsChanged", nameof(AccountSettings))).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("PasswordLength", "7", "Characters of a password must be between 8 and 64")]
    [InlineData("PasswordLength", "65", "Characters of a password must be between 8 and 64")]
    [InlineData("WrongAttempts", "", "Enter how many wrong attempts lock an account")]
    [InlineData("LockMinutes", "0", "Minutes for which it is locked must be between 1 and 1,440")]
    [InlineData("IdleHours", "72", "Hours without use must not be more than the hours that a session lasts at most")]
    [InlineData("ResetHours", "100", "Hours for which the link is good must be between 1 and 72")]
    [InlineData("HistoryDays", "5", "Days for which the history is kept must be between 30 and 3,650")]
    public async Task Post_WrongValue_IsSaidBesideTheFieldAndKept(string field, string value, string error)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ($"Form.{field}", value));

        var page = await answer.ReadPageAsync();
        AccountsPortal.Errors(page).ShouldBe([error]);
        page.QuerySelector($"#Form_{field}-error")!.TextContent.ShouldContain(error);
        page.QuerySelector($"#Form_{field}")!.GetAttribute("value").ShouldBe(value);
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_TellsWhatAndKeepsWhatWasTyped()
    {
        using var one = await portal.SignedInAsAsync("administrator");
        using var two = await portal.SignedInAsAsync("administrator");
        var (first, second) = ((await one.GetPageAsync(Url)).Form(Url), (await two.GetPageAsync(Url)).Form(Url));
        using var saved = await one.SubmitAsync(first, ("Form.ResetHours", "9"));

        using var answer = await two.SubmitAsync(second, ("Form.ResetHours", "11"));

        var page = await answer.ReadPageAsync();
        AccountsPortal.Errors(page).Single().ShouldStartWith("Somebody else changed the rules");
        page.QuerySelector("table")!.TextContent.ShouldContain("Hours for which a link");
        page.QuerySelector("#Form_ResetHours")!.GetAttribute("value").ShouldBe("11");
    }
}

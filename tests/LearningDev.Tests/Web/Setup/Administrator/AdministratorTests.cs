using AngleSharp.Html.Dom;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.Administrator;

public class AdministratorTests(SetupPortal portal) : IClassFixture<SetupPortal>
{
    private const string Url = "/set-up/administrator";

    [Fact]
    public async Task Post_GoodAnswers_LeadToTheSummaryAndWriteNothingYet()
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await SendAsync(client);

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/check");
        (await portal.LookAsync(db => db.Users.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Post_Nothing_ShowsAnErrorBesideEachField()
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form());

        Errors(await answer.ReadPageAsync()).ShouldBe(
            ["Enter the first name", "Enter the last name", "Enter an email address", "Enter a user name", "Enter a password"]);
    }

    [Theory]
    [InlineData("Email", "pat.jones", "Enter an email address in the correct format, like name@example.gov.uk")]
    [InlineData("UserName", "pat jones", "User name must be letters, digits and any of - . _ @ +, without spaces")]
    [InlineData("Password", "short", "Password must be 12 characters or more")]
    public async Task Post_OneIsWrong_SaysWhatAndKeepsTheRestButThePassword(string field, string value, string expected)
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await SendAsync(client, (field, value));

        var page = await answer.ReadPageAsync();
        Errors(page).ShouldBe([expected]);
        Field(page, "GivenName").ShouldBe("Pat");
        Field(page, "Password").ShouldBe("");
    }

    [Fact]
    public async Task Post_PasswordLeftEmptyLater_KeepsTheOneChosen()
    {
        using var client = await portal.AtAsync(Url);
        using var first = await SendAsync(client);

        using var answer = await SendAsync(client, ("GivenName", "Patricia"), ("Password", ""));

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/check");
        Field(await client.GetPageAsync(Url), "GivenName").ShouldBe("Patricia");
    }

    [Fact]
    public async Task Get_AfterAnswering_NeverShowsThePassword()
    {
        using var client = await portal.AtAsync(Url);
        using var answer = await SendAsync(client);

        foreach (var url in new[] { Url, "/set-up/check" })
        {
            (await client.GetStringAsync(url)).ShouldNotContain(SetupPortal.Password);
        }

        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => !cookie.Contains(SetupPortal.Password, StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, params (string Name, string? Value)[] otherwise)
    {
        (string Name, string? Value)[] usual =
        [
            ("GivenName", "Pat"), ("FamilyName", "Jones"), ("Email", "pat.jones@westmarsh.example"), ("UserName", SetupPortal.UserName), ("Password", SetupPortal.Password),
        ];
        return await client.SubmitAsync(
            (await client.GetPageAsync(Url)).Form(), [.. usual.Where(field => otherwise.All(other => other.Name != field.Name)), .. otherwise]);
    }

    private static string Field(IHtmlDocument page, string name) => ((IHtmlInputElement)page.QuerySelector($"input[name={name}]")!).Value;

    private static IEnumerable<string> Errors(IHtmlDocument page) =>
        page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim());
}

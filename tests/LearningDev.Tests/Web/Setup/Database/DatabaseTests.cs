using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup.Database;

public class DatabaseTests(SetupPortal portal) : IClassFixture<SetupPortal>
{
    private const string Url = "/set-up/database";
    private const string Secret = "not-for-anybody";

    // Nothing listens at this port.
    private const string Unreachable = $"Host=127.0.0.1;Port=1;Database=learningdev;Username=learningdev;Password={Secret}";

    [Fact]
    public async Task Get_Any_ShowsProductVersionAndPlace()
    {
        using var client = await portal.AtAsync(Url);

        var page = await client.GetPageAsync(Url);

        var facts = page.QuerySelectorAll(".govuk-summary-list__value").Select(value => value.TextContent.Trim()).ToList();
        facts[0].ShouldMatch(TestDatabase.IsPostgres ? @"^PostgreSQL \d+" : @"^SQLite 3\.\d+");
        facts[1].ShouldContain(TestDatabase.IsPostgres ? " at " : ".db");
        page.QuerySelectorAll("input[type=radio]").Length.ShouldBe(TestDatabase.IsPostgres ? 0 : 2);
    }

    [Fact]
    public async Task Post_GoOn_LeadsToTheNextQuestion()
    {
        using var client = await portal.AtAsync(Url);
        var form = (await client.GetPageAsync(Url)).Form();

        using var answer = await (TestDatabase.IsPostgres ? client.SubmitAsync(form) : client.SubmitAsync(form, ("Choice", "stay")));

        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/starting-point");
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsAnError()
    {
        using var client = await portal.AtAsync(Url);
        var page = await client.GetPageAsync(Url);
        page.QuerySelector("input[name=Choice][type=hidden]")?.Remove();

        using var answer = await client.SubmitAsync(page.Form());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Errors(await answer.ReadPageAsync()).ShouldBe(["Choose whether to go on with SQLite or to test a PostgreSQL database"]);
    }

    [Theory]
    [InlineData("", "Enter a connection string")]
    [InlineData("what is this", "This is not a connection string, like Host=db;Database=learningdev;Username=learningdev;Password=…")]
    [InlineData("Username=learningdev", "The connection string must name the Host and the Database")]
    [InlineData(Unreachable, "The server cannot be reached by this connection string. Check the host, the port and what lies between")]
    public async Task Post_UselessConnectionString_SaysWhy(string typed, string expected)
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await TryAsync(client, typed);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        Errors(page).ShouldBe([expected]);
    }

    [Fact]
    public async Task Post_ConnectionString_ComesBackWithoutItsPassword()
    {
        using var client = await portal.AtAsync(Url);

        using var answer = await TryAsync(client, Unreachable);

        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldNotContain(Secret);
        html.ShouldContain(TestDatabase.IsPostgres ? "The server cannot be reached" : "Database=learningdev");
        (await portal.LookAsync(db => Task.FromResult(db.AuditEntries.Any(entry => entry.Data.Contains(Secret))))).ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> TryAsync(HttpClient client, string connectionString)
    {
        var page = await client.GetPageAsync(Url);
        var form = page.Form();
        if (!TestDatabase.IsPostgres)
        {
            return await client.SubmitAsync(form, ("Choice", "try"), ("ConnectionString", connectionString));
        }

        // A portal on PostgreSQL does not offer it; who sends it all the same is answered alike.
        form.InnerHtml += "<input name='ConnectionString'>";
        return await client.SubmitAsync(form, ("Choice", "try"), ("ConnectionString", connectionString));
    }

    private static IEnumerable<string> Errors(IHtmlDocument page) =>
        page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim());
}

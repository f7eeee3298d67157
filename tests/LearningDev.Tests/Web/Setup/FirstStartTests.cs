using System.Net;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup;

[Requirement("ADM-05")]
public class FirstStartTests(ProductionPortal portal) : IClassFixture<ProductionPortal>
{
    [Fact]
    public async Task Start_EmptyDatabase_HasTheCouncilsRolesAndTheAdministratorAndNobodyElse()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        (await db.Users.Select(person => person.UserName).ToListAsync()).ShouldBe([ProductionPortal.Administrator]);
        (await db.Roles.Select(role => role.Name).ToListAsync()).ShouldContain("Employee");
    }

    [Fact]
    public async Task SignIn_AdministratorOfTheConfiguration_IsLedToASecondFactorFirst()
    {
        using var client = portal.SignedOut();

        using var answer = await SignInAsync(client);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var admin = await client.GetAsync("/admin");
        admin.Headers.Location!.OriginalString.ShouldBe("/account/second-factor");
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("secure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignInPage_Production_OffersNoDemonstrationAccount()
    {
        using var client = portal.SignedOut();
        var page = await client.GetPageAsync("/sign-in");

        page.QuerySelector(".app-demonstration").ShouldBeNull();
        page.Forms.Select(form => new Uri(form.Action).AbsolutePath).ShouldBe(["/sign-in", "/sign-in/passkey"]);
        using var content = new FormUrlEncodedContent([new("userName", "administrator")]);
        using var stranger = await client.PostAsync("/sign-in/demonstration", content);
        stranger.Headers.Location!.AbsolutePath.ShouldBe("/sign-in", "as for every address that is not there");
        using var signedIn = await SignInAsync(client);
        using var answer = await client.PostAsync("/sign-in/demonstration", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client) => await client.SubmitAsync(
        (await client.GetPageAsync("/sign-in")).Form("/sign-in"), ("UserName", ProductionPortal.Administrator), ("Password", ProductionPortal.Password));

    [Fact]
    public async Task Get_Production_InsistsOnHttps()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("/sign-in");

        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=");
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Web.Demonstration;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Demonstration;

public class DemonstrationModuleTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task SignInPage_Demonstration_OffersEveryAccount()
    {
        var page = await portal.GetDocumentAsync("/sign-in", null);

        page.Forms.Select(form => form.Elements["userName"]).OfType<IHtmlInputElement>().Where(field => field.Type == "hidden").Select(field => field.Value)
            .ShouldBe(["employee", "manager", "chief-officer", "hr", "editor", "administrator", "councillor", "cllr.harpreet.gill", "cllr.farida.begum", "democratic-services", "rajesh.nair", "coach"], ignoreOrder: true);
    }

    [Fact]
    public async Task Post_EveryAccount_SignsInAndReadsTheHomePage()
    {
        foreach (var account in DemonstrationAccount.All)
        {
            using var client = await portal.SignedInAsAsync(account.UserName);
            using var home = await client.GetAsync("/");
            home.StatusCode.ShouldBe(HttpStatusCode.OK, account.UserName);
        }
    }

    [Theory]
    [InlineData("/profile", "/profile")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("", "/")]
    public async Task Post_ReturnUrl_StaysInThePortal(string returnUrl, string expected)
    {
        using var client = portal.SignedOut();
        var form = (await client.GetPageAsync("/sign-in")).Forms.First(form => form.Action.EndsWith("/demonstration", StringComparison.Ordinal));

        using var answer = await client.SubmitAsync(form, ("returnUrl", returnUrl));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    [Fact]
    public async Task Post_AnotherAccount_IsNotFound()
    {
        using var client = portal.SignedOut();
        var form = (await client.GetPageAsync("/sign-in")).Forms.First(form => form.Action.EndsWith("/demonstration", StringComparison.Ordinal));

        using var answer = await client.SubmitAsync(form, ("userName", "helen.okafor"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        using var client = portal.SignedOut();
        using var content = new FormUrlEncodedContent([new("userName", "administrator")]);

        using var answer = await client.PostAsync("/sign-in/demonstration", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}

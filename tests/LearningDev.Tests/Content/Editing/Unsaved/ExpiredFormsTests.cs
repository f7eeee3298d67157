using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Unsaved;

/// <summary>A form that is sent after the sign-in has ended comes back after signing in again.</summary>
[Requirement("CMS-01")]
public class ExpiredFormsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_SignedOut_ComesBackAfterSigningIn(bool isNew)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var path = isNew ? "/content/new/Provider" : $"/content/{await client.AddProviderAsync("Expired")}";
        var form = (await client.GetPageAsync(path)).ItemForm();
        using var signedOut = portal.SignedOut();

        using var answer = await signedOut.PressAsync(form, EditorPages.SaveDraft, ("TitlePart.Title", "Expired"), ("Provider.About", "An hour of work"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var signIn = await signedOut.GetPageAsync(answer.Headers.Location!.OriginalString);
        signIn.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("It is kept: sign in");
        var goOn = signIn.ValueOf("ReturnUrl");
        goOn.ShouldStartWith(path + "?form=");
        using var again = await portal.SignedInAsAsync("editor");
        var page = await again.GetPageAsync(goOn);
        page.ValueOf("Provider.About").ShouldBe("An hour of work");
        using var saved = await again.PressAsync(page.ItemForm(), EditorPages.SaveDraft);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.LatestAsync(saved.Headers.Location!.OriginalString.Split('/')[^1]))!.Content["Provider"]!["About"]!["Markdown"]!.ToString().ShouldBe("An hour of work");
    }

    [Fact]
    public async Task Post_SignedOutAndSomebodyElseSignsIn_ShowsThemNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("At a shared machine");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();
        using var signedOut = portal.SignedOut();
        using var answer = await signedOut.PressAsync(form, EditorPages.SaveDraft, ("Provider.About", "Secret"));
        var goOn = (await signedOut.GetPageAsync(answer.Headers.Location!.OriginalString)).ValueOf("ReturnUrl");

        using var other = await portal.SignedInAsAsync("administrator");

        (await other.GetPageAsync(goOn)).ValueOf("Provider.About").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_FormThatNobodyOpened_IsNotKept()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Provider")).ItemForm();
        ((IHtmlInputElement)form.Elements["FormId"]!).Value = LearningDev.Platform.Data.Identifiers.New();
        using var signedOut = portal.SignedOut();

        using var answer = await signedOut.PressAsync(form, EditorPages.SaveDraft, ("TitlePart.Title", "Nobody's"));

        answer.Headers.Location!.OriginalString.ShouldEndWith("/sign-in?returnUrl=%2Fcontent%2Fnew%2FProvider");
    }
}

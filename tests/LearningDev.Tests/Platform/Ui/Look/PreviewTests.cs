using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Look;

[Requirement("ADM-01")]
public class PreviewTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/settings/look/preview";
    private const string Look = "/admin/settings/look";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoColours_ShowsTheThemesOwn()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        var page = await client.GetPageAsync(Url);

        page.QuerySelectorAll("link[rel=stylesheet]").Length.ShouldBe(1);
        page.QuerySelectorAll("tbody tr").ShouldAllBe(row => row.TextContent.Contains("Passes"));
    }

    [Fact]
    public async Task Post_Preview_ShowsTheColoursInEachThemeAndChangesNothing()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Look)).Forms.Single(form => form.Elements["Form.Brand"] is not null);

        using var answer = await client.SubmitAsync(form, "Preview", [("Form.Brand", "#4b0082"), ("Form.Link", "#0055aa")], []);

        var address = answer.Headers.Location!.OriginalString;
        address.ShouldStartWith(Url);
        var page = await client.GetPageAsync(address);
        page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href").ShouldBe("/theme/colours/4b0082-0055aa-x.css");
        var coast = await client.GetPageAsync(page.QuerySelectorAll("main a").Single(link => link.TextContent.Contains("Coast")).GetAttribute("href")!);
        coast.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!.ShouldContain("/themes/coast/");
        coast.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href").ShouldBe("/theme/colours/4b0082-0055aa-x.css");
        (await client.GetPageAsync("/")).QuerySelectorAll("link[rel=stylesheet]").Length.ShouldBe(1);
        var back = await client.GetPageAsync(page.QuerySelector(".govuk-back-link")!.GetAttribute("href")!);
        ((IHtmlInputElement)back.QuerySelector("#Form_Brand")!).Value.ShouldBe("#4b0082");
    }

    [Fact]
    public async Task Post_PreviewOfAColourThatCannotBeRead_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync(Look)).Forms.Single(form => form.Elements["Form.Brand"] is not null);

        using var answer = await client.SubmitAsync(form, "Preview", [("Form.Brand", "#ffffff")], []);

        (await answer.ReadPageAsync()).QuerySelector("#Form_Brand-error")!.TextContent.ShouldContain("must stand out more");
    }

    [Fact]
    public async Task Post_SaveFromThePreview_SavesTheColours()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{Url}?button=%23660033");

        using var answer = await client.SubmitAsync(page.Form(Look));

        answer.Headers.Location!.OriginalString.ShouldBe(Look);
        (await client.GetPageAsync("/")).QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href").ShouldBe("/theme/colours/x-x-660033.css");
    }

    [Fact]
    public async Task Get_NonsenseInTheAddress_IsLeftOut()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        var page = await client.GetPageAsync($"{Url}?brand=%3Cscript%3E&link=red&theme=none");

        page.QuerySelectorAll("link[rel=stylesheet]").Length.ShouldBe(1);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Preview of the look");
    }
}

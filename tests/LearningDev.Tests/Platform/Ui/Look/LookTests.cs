using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Tests.Platform.Ui.Look.Pure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui.Look;

[Requirement("ADM-01")]
public class LookTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/settings/look";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_ColoursThatPass_AreServedToEverybodyForGoodAndAreAudited()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(
            Colours(await client.GetPageAsync(Url)), "Save the colours", [("Form.Brand", "4B0082"), ("Form.Link", "#05a"), ("Form.Button", ""), ("Reason", "The council’s new look")], []);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var stranger = portal.SignedOut();
        var sheet = (await stranger.GetPageAsync("/sign-in")).QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).Last();
        sheet.ShouldBe("/theme/colours/4b0082-0055aa-x.css");
        using var css = await stranger.GetAsync(sheet);
        css.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        css.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        var text = await css.Content.ReadAsStringAsync();
        text.ShouldContain("--app-brand:#4b0082;");
        text.ShouldContain("--govuk-link-colour:#0055aa;");
        text.ShouldNotContain("--app-button");
        await using var scope = portal.Scope();
        var row = await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.OrderByDescending(row => row.Id).FirstAsync(row => row.Event == "SettingsChanged");
        row.Summary.ShouldBe("Changed the settings Look");
        row.Data.ShouldContain("#4b0082");
        (await client.GetPageAsync("/admin/settings/history/look")).QuerySelector("main .app-results__item")!.TextContent.ShouldContain("The council’s new look");
    }

    [Theory]
    [InlineData("Brand", "#ffcc00", "Words on the main colour would have a contrast of 1.51 to 1 with #ffffff")]
    [InlineData("Link", "#ff0000", "in the theme Coast, and need 4.5 to 1. The nearest colour that does is #")]
    [InlineData("Button", "#00b894", "Words on buttons would have a contrast of")]
    [InlineData("Button", "teal", "Enter a colour as # and six digits")]
    [InlineData("Link", "#12", "Enter a colour as # and six digits")]
    public async Task Post_ColourThatCannotBeRead_SaysTheRatioAndProposesTheNearest(string field, string colour, string message)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(Colours(await client.GetPageAsync(Url)), ($"Form.{field}", colour));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.QuerySelector($"#Form_{field}-error")!.TextContent.ShouldContain(message);
        page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href").ShouldBe($"#Form_{field}");
        ((IHtmlInputElement)page.QuerySelector($"#Form_{field}")!).Value.ShouldBe(colour);
    }

    [Fact]
    public async Task Post_ProposedColour_IsTaken()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var refused = await client.SubmitAsync(Colours(await client.GetPageAsync(Url)), ("Form.Link", "#ff6600"));
        var page = await refused.ReadPageAsync();
        var proposed = page.QuerySelector("#Form_Link-error")!.TextContent.Trim()[^7..];

        using var answer = await client.SubmitAsync(Colours(page), ("Form.Link", proposed));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_Logo_IsShownOnEveryPageWithItsTextAndServedForGood()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var picture = Pictures.Of("png", 400, 96);

        using var answer = await client.SubmitAsync(
            Logo(await client.GetPageAsync(Url)), "Save the logo", [("Form.LogoText", "Harbour Council")], [new FormFile("LogoFile", @"C:\new\crest.png", "image/png", picture)]);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var stranger = portal.SignedOut();
        var image = (await stranger.GetPageAsync("/sign-in")).QuerySelector(".app-masthead__logo")!;
        image.GetAttribute("alt").ShouldBe("Harbour Council");
        (image.GetAttribute("width"), image.GetAttribute("height")).ShouldBe(("200", "48"));
        using var file = await stranger.GetAsync(image.GetAttribute("src"));
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(picture);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        file.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await client.GetPageAsync("/admin/settings/history/look")).QuerySelector("main .app-results__item")!.TextContent.ShouldContain("crest.png");

        using var removed = await client.SubmitAsync(Logo(await client.GetPageAsync(Url)), "Use the logo of the theme", [], []);
        removed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await stranger.GetPageAsync("/sign-in")).QuerySelector(".app-masthead__logo")!.GetAttribute("src")!.ShouldContain("/themes/");
        // It is still there for who restores an earlier version.
        using var kept = await stranger.GetAsync(image.GetAttribute("src"));
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task PostLogo_NoPicture_IsSaidBesideTheFieldAndTheTextIsKept()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(
            Logo(await client.GetPageAsync(Url)), "Save the logo", [("Form.LogoText", "Kept")], [new FormFile("LogoFile", "logo.svg", "image/svg+xml", "<svg/>"u8.ToArray())]);

        var page = await answer.ReadPageAsync();
        page.QuerySelector("#LogoFile-error")!.TextContent.ShouldContain("The selected file must be a PNG, JPEG or WebP");
        ((IHtmlInputElement)page.QuerySelector("#Form_LogoText")!).Value.ShouldBe("Kept");
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<LearningDev.Platform.Ui.Look.Logo>().CountAsync(logo => logo.FileName == "logo.svg")).ShouldBe(0);
    }

    [Fact]
    public async Task PostLogo_TextTooLong_WritesNothingAtAll()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(
            Logo(await client.GetPageAsync(Url)), "Save the logo", [("Form.LogoText", new string('x', 101))], [new FormFile("LogoFile", "unused.png", "image/png", Pictures.Of("png", 77, 77))]);

        (await answer.ReadPageAsync()).QuerySelector("#Form_LogoText-error")!.TextContent.ShouldContain("must be 100 characters or fewer");
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<LearningDev.Platform.Ui.Look.Logo>().CountAsync(logo => logo.FileName == "unused.png")).ShouldBe(0);
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_IsTold()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var mine = Colours(await client.GetPageAsync(Url));
        using var theirs = await client.SubmitAsync(Logo(await client.GetPageAsync(Url)), ("Form.LogoText", "Theirs"));
        theirs.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var answer = await client.SubmitAsync(mine, ("Form.Brand", "#123456"));

        var page = await answer.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Somebody else changed the settings");
        // What they saved stays: the form of the colours has no text of the logo.
        page.QuerySelector("table")!.TextContent.ShouldContain("Main colour");
        page.QuerySelector("table")!.TextContent.ShouldNotContain("Theirs");
    }

    [Theory]
    [InlineData("/theme/colours/x-x.css")]
    [InlineData("/theme/colours/red-x-x.css")]
    [InlineData("/theme/colours/123-x-x.css")]
    [InlineData("/theme/logo/none")]
    public async Task Get_AddressThatIsNone_IsNotFound(string url)
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IHtmlFormElement Colours(IHtmlDocument page) => page.Forms.Single(form => form.Elements["Form.Brand"] is not null);

    private static IHtmlFormElement Logo(IHtmlDocument page) => page.Forms.Single(form => form.Elements["LogoFile"] is not null);
}

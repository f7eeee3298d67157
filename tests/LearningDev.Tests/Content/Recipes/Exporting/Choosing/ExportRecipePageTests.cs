using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using LearningDev.Tests.Content.Recipes.Administering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting.Choosing;

[Requirement("CMS-05")]
public class ExportRecipePageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Export = "/admin/recipes/export";

    [Theory]
    [InlineData("employee")]
    [InlineData("editor")]
    public async Task Get_AnybodyButAdministrators_IsForbidden(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);

        using var answer = await client.GetAsync(Export);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Administrator_OffersWhatThereIsWithCountsAndWarnsOfPersonalData()
    {
        var page = await portal.GetDocumentAsync(Export, "administrator");

        var parts = page.QuerySelectorAll("#Parts, [name=Parts]").Where(input => input.HasAttribute("value")).Select(input => input.GetAttribute("value"));
        parts.ShouldBe(["features", "settings", "themes", "roles", "structure", "people", "users", "definitions", "media", "content", "workflows"]);
        page.QuerySelector("main")!.TextContent.ShouldContain("This is personal data: export it only where you may");
        page.QuerySelectorAll("[name=Choices]").Select(input => input.GetAttribute("value")).ShouldContain("content:Course");
        RecipePages.Words(page.QuerySelector("label[for=Parts-10], label[for=Parts]")!.TextContent).ShouldMatch(@"\(\d");
    }

    [Fact]
    public async Task Check_NothingSelected_ShowsErrorAndKeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(Form(await client.GetPageAsync(Export)), ("Name", "not much"), ("Form", "zip"));

        var page = await answer.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Select what to export");
        page.QuerySelector("#Parts-error")!.TextContent.ShouldContain("Select what to export");
        page.QuerySelector("#Name-error")!.TextContent.ShouldContain("must have only letters from a to z, digits and hyphens");
        ((IHtmlInputElement)page.QuerySelector("#Name")!).Value.ShouldBe("not much");
        ((IHtmlInputElement)page.QuerySelector("input[name=Form][value=zip]")!).IsChecked.ShouldBeTrue();
    }

    [Fact]
    public async Task Check_SomeContent_SaysWhatTheExportHoldsAndLeadsBack()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        var page = await CheckAsync(client, ("Choices", "content:Course"), ("Choices", "roles:Editor"), ("About", "topic-communication"));

        page.Heading().ShouldBe("What the export holds");
        page.QuerySelector(".govuk-summary-list")!.TextContent.ShouldContain("Roles, Content");
        page.QuerySelectorAll("main ul.govuk-list li").ShouldContain(note => note.TextContent.Contains("Taken along"));
        var back = await client.GetPageAsync(page.QuerySelector("a[href^='/admin/recipes/export?']")!.GetAttribute("href")!);
        ((IHtmlInputElement)back.QuerySelector("input[value='content:Course']")!).IsChecked.ShouldBeTrue();
        ((IHtmlSelectElement)back.QuerySelector("#About")!).Value.ShouldBe("topic-communication");
    }

    [Fact]
    public async Task Check_People_WarnsOfPersonalData() =>
        (await CheckAsync(await portal.SignedInAsAsync("administrator"), ("Parts", "people"))).QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("The file has personal data: People");

    [Fact]
    public async Task Post_Checked_DownloadsTheRecipeAndRecordsIt()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await CheckAsync(client, ("Parts", "roles"), ("Items", "managing-stress"), ("Name", "two-things"));

        using var answer = await client.SubmitAsync(page.Form());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("two-things.recipe.json");
        var recipe = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        recipe.All("content", "data").ShouldContain(item => (string?)item["ContentItemId"] == "managing-stress");
        recipe.All("Roles", "Roles").Count.ShouldBeGreaterThan(2);
        var (who, what) = (await portal.AuditAsync("RecipeExported"))[0];
        what.ShouldBe("Exported the recipe two-things: Roles; 1 chosen item");
        who.ShouldNotBe("The portal");
    }

    [Fact]
    public async Task Post_Zip_DownloadsAnArchive()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await CheckAsync(client, ("Parts", "media"), ("Form", "zip"));

        using var answer = await client.SubmitAsync(page.Form());

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var zip = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        zip.Entries.Select(entry => entry.FullName).ShouldContain("Recipe.json");
        zip.Entries.Count.ShouldBeGreaterThan(1);
    }

    private static async Task<IHtmlDocument> CheckAsync(HttpClient client, params (string Name, string? Value)[] values)
    {
        using var answer = await client.SubmitAsync(Form(await client.GetPageAsync(Export)), values);
        return await answer.ReadPageAsync();
    }

    private static IHtmlFormElement Form(IHtmlDocument page) => page.Form(Export);
}

using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Content.Sheets.Files;
using LearningDev.Tests.Content.Recipes.Administering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Exporting;

[Requirement("CMS-05")]
public class ExportSheetTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content/export";
    private static readonly SheetLimits Limits = new(10_000, 100_000_000);

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoSuchType_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync($"{Url}?type=None");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NothingFound_SaysSo() =>
        (await portal.GetDocumentAsync($"{Url}?type=Provider&q=xyzzyx", "editor")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing found");

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Post_ChosenColumnsOfFoundItems_AreDownloadedAndRecorded(string form, string contentType)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync($"{Url}?type=ElearningModule&q=stress");

        using var answer = await client.SubmitAsync(PostForm(page), ("Form", form), ("Columns", "TitlePart.Title"), ("Columns", "LearningPart.Topics"));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var file = SheetReader.Read(await answer.Content.ReadAsByteArrayAsync(), null, Limits);
        file.Headers.ShouldBe(["Title", "Topics"]);
        file.Rows.ShouldNotBeEmpty();
        file.Rows.ShouldAllBe(row => row.Cells[0].Text.Contains("stress", StringComparison.OrdinalIgnoreCase) && row.Cells[1].Text.Length > 0);
        (await portal.AuditAsync("SheetExported"))[0].What.ShouldStartWith($"Exported E-learning module as {form}: ");
    }

    [Fact]
    public async Task Post_OnlyTickedItems_AreDownloaded()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync($"{Url}?type=ElearningModule&q=managing");

        using var answer = await client.SubmitAsync(PostForm(page), ("Form", "csv"), ("Only", "managing-stress"));

        SheetReader.Read(await answer.Content.ReadAsByteArrayAsync(), null, Limits).Rows.ShouldHaveSingleItem().Cells[0].Text.ShouldBe("managing-stress");
    }

    [Fact]
    public async Task Post_NoColumn_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync($"{Url}?type=ElearningModule&q=stress");

        using var answer = await client.SubmitAsync(PostForm(page), ("Columns", null));

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Select at least one column");
    }

    [Fact]
    public async Task Post_Recipe_IsForThoseWhoManageRecipesAndRunsAgain()
    {
        using var editor = await portal.SignedInAsAsync("editor");
        (await editor.GetPageAsync($"{Url}?type=ElearningModule&q=stress")).QuerySelector("input[value=recipe]").ShouldBeNull();
        using var administrator = await portal.SignedInAsAsync("administrator");
        var page = await administrator.GetPageAsync($"{Url}?type=ElearningModule&q=stress");

        using var answer = await administrator.SubmitAsync(PostForm(page), ("Form", "recipe"), ("Only", "managing-stress"));

        var recipe = await answer.Content.ReadAsStringAsync();
        recipe.ShouldContain("\"managing-stress\"");
        var path = await portal.UploadAsync(administrator, recipe);
        (await administrator.PageAtAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("The recipe would change nothing");
    }

    private static IHtmlFormElement PostForm(IHtmlDocument page) => page.Forms.Single(form => form.Method == "post" && form.Closest("main") is not null);
}

using System.Net;
using System.Text;
using LearningDev.Tests.Content.Recipes.Administering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Importing.Uploading;

[Requirement("CMS-05")]
public class UploadSheetTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content/import/new?type=Provider";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("NoSuchType")]
    [InlineData("Topic")]
    public async Task Get_TypeThatIsNotInTheEditorsList_IsNotFound(string type)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync($"/content/import/new?type={type}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NoType_LeadsToTheChoice()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/import/new");

        answer.Headers.Location!.OriginalString.ShouldBe(SheetPages.Imports);
    }

    [Fact]
    public async Task Get_TypeThatASheetCannotHoldWholly_SaysSo() =>
        (await portal.GetDocumentAsync("/content/import/new?type=Taxonomy", "editor")).QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("the terms");

    [Theory]
    [InlineData("", "The selected file is empty")]
    [InlineData("%PDF-1.7", "The file is a PDF")]
    [InlineData(",,,", "The first row must name the columns")]
    public async Task Post_FileThatIsNoSheet_ShowsError(string text, string error)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(Url);

        using var answer = await client.SubmitAsync(page.Form("/content/import/new"), null, [], [new FormFile("Upload", "a.csv", "text/csv", Encoding.UTF8.GetBytes(text))]);

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain(error);
    }

    [Fact]
    public async Task Post_NoFile_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(Url);

        using var answer = await client.SubmitAsync(page.Form("/content/import/new"));

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Select a spreadsheet or a CSV file");
    }

    [Fact]
    public async Task Post_Sheet_IsKeptAndRecorded()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var address = await client.UploadAsync("Title\nKept\n", fileName: "kept.csv");

        address.ShouldEndWith("/columns");
        (await portal.AuditAsync("SheetUploaded"))[0].What.ShouldBe("Uploaded kept.csv to import content");
    }
}

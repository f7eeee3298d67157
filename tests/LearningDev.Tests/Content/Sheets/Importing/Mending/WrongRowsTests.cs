using System.Net;
using System.Text;
using LearningDev.Content.Sheets.Files;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Importing.Mending;

[Requirement("CMS-05")]
public class WrongRowsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly SheetLimits Limits = new(1000, 100_000_000);

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/import/none/wrong-rows");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_WrongRows_AreTheFilesOwnWithWhatIsWrongAndComeBackMended()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var path = await portal.CheckAsync(client, "Title;Ours;Address\r\nGood one;\"=1;2\";\r\nBad one;\"=1;2\";a & b\r\n");

        using var answer = await client.GetAsync($"{path}/wrong-rows");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("providers-wrong-rows.csv");
        var file = SheetReader.Read(bytes, null, Limits);
        file.Headers.ShouldBe(["Title", "Ours", "Address", "What is wrong"]);
        file.Rows.ShouldHaveSingleItem().Cells.Select(cell => cell.Text).Take(3).ShouldBe(["Bad one", "=1;2", "a & b"]);
        file.Rows[0].Cells[3].Text.ShouldStartWith("Address: ");
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain("'=1;2");

        var again = await portal.CheckAsync(client, text.Replace("a & b", "mended-address", StringComparison.Ordinal));
        (await client.GetPageAsync(again)).TableRows().ShouldBe(["2 | Add | Bad one |"]);
    }

    [Fact]
    public async Task Get_NotCheckedYet_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var address = await client.UploadAsync("Title\nA\n");

        using var answer = await client.GetAsync(address.Replace("/columns", "/wrong-rows", StringComparison.Ordinal));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

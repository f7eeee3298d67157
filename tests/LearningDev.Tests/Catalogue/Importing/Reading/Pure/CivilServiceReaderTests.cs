using System.Text;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Importing.Reading.Pure;

[Requirement("CAT-03")]
public class CivilServiceReaderTests
{
    [Fact]
    public void Read_TheCatalogue_GivesEveryCourse()
    {
        var file = CatalogueFiles.Read(RepositoryRoot.Combine("recipes", "data", "civil-service-learning-catalogue.json"));

        file.Format.ShouldBe("Civil Service Learning");
        file.Rows.Count.ShouldBe(122);
        file.Rows.SelectMany(row => row.Faults).ShouldBeEmpty();
        file.Rows.Select(row => row.One(RowField.Kind)).Distinct().Order().ShouldBe(
            ["Course", "Document or template", "ElearningModule", "Programme", "Video", "Website or tool"]);
    }

    [Fact]
    public void Read_Course_AddsUpItsModules()
    {
        var row = Read("""
            [{ "id": "x1", "title": "Managing risk", "shortDescription": "Short.", "description": "Long:\r\n•\tone\r\n•\ttwo", "learningOutcomes": "",
               "modules": [
                 { "moduleType": "face-to-face", "title": "Day *one*", "duration": 28800, "price": 249.5, "optional": false },
                 { "moduleType": "file", "title": "Notes", "duration": 90, "price": null, "optional": true },
                 { "moduleType": "link", "title": "Blog", "duration": null, "price": 0, "url": "https://example.org/blog" } ],
               "audiences": [ { "areasOfWork": ["project-delivery"], "grades": ["G6", "G7"], "interests": [], "departments": ["hmrc"], "mandatory": true } ],
               "visibility": "PUBLIC", "status": "Published" }]
            """).Rows.ShouldHaveSingleItem();

        row.Place.ShouldBe("course 1 (x1)");
        row.One(RowField.Minutes).ShouldBe("482");
        row.One(RowField.Cost).ShouldBe("249.5");
        row.One(RowField.Format).ShouldBe("face-to-face");
        row.One(RowField.Url).ShouldBe("https://example.org/blog");
        row.All(RowField.Audience).ShouldBe(["service-manager", "head-of-service"]);
        row.All(RowField.Subject).ShouldBe(["project delivery"]);
        row.Has(RowField.Classification).ShouldBeFalse("what the Civil Service makes mandatory is not mandatory here");
        row.Has(RowField.Status).ShouldBeFalse();
        row.One(RowField.Description).ShouldBe(
            "Long:\n\n- one\n- two\n\n**What it includes**\n\n- Day \\*one\\* (face to face, 8 hours)\n- Notes (document, 2 minutes, optional)\n- [Blog](<https://example.org/blog>) (website)");
    }

    [Theory]
    [InlineData("Draft", "PUBLIC")]
    [InlineData("Archived", "PUBLIC")]
    [InlineData("Published", "PRIVATE")]
    public void Read_NotForEverybody_IsADraft(string status, string visibility) =>
        Read($$"""[{ "id": "x", "title": "T", "status": "{{status}}", "visibility": "{{visibility}}" }]""").Rows[0].One(RowField.Status).ShouldBe("draft");

    [Fact]
    public void Read_StrangeCourses_AreFaultsOfTheirPlaces()
    {
        var file = Read("""[{ "id": "a", "title": "A", "modules": "none" }, 5, { "id": "c", "modules": [ { "optional": "maybe" } ] }]""");

        file.Rows.Select(row => row.Faults.Count).ShouldBe([0, 1, 1]);
        file.Rows[1].Faults[0].Place.ShouldBe("course 2");
        file.Rows[2].Faults[0].Place.ShouldBe("course 3 (c)");
    }

    [Theory]
    [InlineData("[{ \"id\": \"a\", }", "line 1")]
    [InlineData("{ \"name\": \"x\" }", "list of courses")]
    public void Read_OtherJson_IsRefused(string json, string words) => Should.Throw<CatalogueFileException>(() => Read(json)).Message.ShouldContain(words);

    private static CatalogueFile Read(string json) => CatalogueFiles.Read("catalogue.json", new MemoryStream(Encoding.UTF8.GetBytes(json)));
}

using System.Text;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Importing.Reading.Pure;

[Requirement("CAT-03")]
public class XcriReaderTests
{
    [Fact]
    public void Read_Feed_GivesARowForEachCourseWithItsLine()
    {
        var file = Read(XcriFeed.College);

        file.Format.ShouldBe("XCRI-CAP 1.2");
        file.Rows.Select(row => row.One(RowField.Title)).ShouldBe(["Award in Education and Training", "Data protection online"]);
        file.Rows.Select(row => row.Place).ShouldBe(["line 11", "line 63"]);
        file.Rows.SelectMany(row => row.Faults).ShouldBeEmpty();
    }

    [Fact]
    public void Read_Course_TakesWhatTheStandardSays()
    {
        var row = Read(XcriFeed.College).Rows[0];

        row.One(RowField.Key).ShouldBe("https://college.example/courses/aet", "not the identifier of another scheme");
        row.One(RowField.Summary).ShouldBe("Begin to teach adults.");
        row.One(RowField.Url).ShouldBe("https://college.example/prospectus?course=aet");
        row.One(RowField.Provider).ShouldBe("Fenland College");
        row.All(RowField.Subject).ShouldBe(["Teaching", "Adult education"]);
        row.One(RowField.Kind).ShouldBe("Qualification");
        row.One(RowField.Level).ShouldBe("3");
        row.One(RowField.AwardingBody).ShouldBe("City & Guilds");
        row.One(RowField.Outcomes).ShouldBe("- Plan a lesson\n- Give feedback that helps");
        row.One(RowField.HowToAccess).ShouldBe("Ask for a form at reception.\n\n[Apply](<https://college.example/apply/aet>)");
        row.One(RowField.DurationNote).ShouldBe("Five days");
        row.One(RowField.Minutes).ShouldBe("5 days");
        row.One(RowField.Cost).ShouldBe("450");
        row.One(RowField.CostTo).ShouldBe("520");
        row.All(RowField.Format).ShouldBe(["face-to-face", "blended"]);
        row.One(RowField.Language).ShouldBe("cy");
    }

    [Fact]
    public void Read_XhtmlDescription_BecomesMarkdownAndNothingElse()
    {
        var body = Read(XcriFeed.College).Rows[0].One(RowField.Description)!;

        body.ShouldStartWith("For people who **teach** or want to.\n\n- Planning\n- Teaching, see [the syllabus](<https://college.example/aet.pdf>)");
        body.ShouldContain("**Before you start**\n\nLevel 2 English.");
        body.ShouldNotContain("alert");
        body.ShouldNotContain("javascript");
    }

    [Fact]
    public void Read_DescriptionWithLinkAndText_IsInErrorAndPassedOver() =>
        (Read(XcriFeed.College).Rows[1].One(RowField.Description) ?? "").ShouldNotContain("both");

    [Fact]
    public void Read_CostInWordsAndYears_AreNotes()
    {
        var row = Read(XcriFeed.College).Rows[1];

        row.One(RowField.CostNote).ShouldBe("£20 a month");
        row.Has(RowField.Cost).ShouldBeFalse();
        row.Has(RowField.Minutes).ShouldBeFalse("a year is no length of learning");
        row.One(RowField.Kind).ShouldBe("ElearningModule");
    }

    [Theory]
    [InlineData("<!DOCTYPE catalog [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><catalog xmlns=\"http://xcri.org/profiles/1.2/catalog\"><provider/>&x;</catalog>")]
    [InlineData("<!DOCTYPE catalog [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><catalog xmlns=\"http://xcri.org/profiles/1.2/catalog\">&b;</catalog>")]
    [InlineData("<!DOCTYPE catalog SYSTEM \"http://evil.example/x.dtd\"><catalog xmlns=\"http://xcri.org/profiles/1.2/catalog\"/>")]
    public void Read_DocumentTypeDefinition_IsRefused(string xml) =>
        Should.Throw<CatalogueFileException>(() => Read(xml)).Message.ShouldStartWith("The XML is refused. It may have no document type definition");

    [Fact]
    public void Read_BrokenXml_IsRefusedWithItsLine() =>
        Should.Throw<CatalogueFileException>(() => Read("<catalog xmlns=\"http://xcri.org/profiles/1.2/catalog\">\n<provider>\n</catalog>"))
            .Message.ShouldStartWith("The XML is refused at line 3.");

    [Theory]
    [InlineData("<rss/>")]
    [InlineData("<catalog xmlns=\"http://xcri.org/profiles/catalog\"/>")]
    public void Read_OtherXml_IsRefused(string xml) => Should.Throw<CatalogueFileException>(() => Read(xml)).Message.ShouldContain("XCRI-CAP 1.2");

    [Fact]
    public void Read_NestedWithoutEnd_DoesNotExhaustTheStack()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 20_000)) + "x" + string.Concat(Enumerable.Repeat("</div>", 20_000));

        var file = Read($"<course xmlns=\"http://xcri.org/profiles/1.2/catalog\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>T</dc:title><dc:description>{deep}</dc:description></course>");

        file.Rows.ShouldHaveSingleItem().One(RowField.Title).ShouldBe("T");
    }

    private static CatalogueFile Read(string xml) => CatalogueFiles.Read("feed.xml", new MemoryStream(Encoding.UTF8.GetBytes(xml)));
}

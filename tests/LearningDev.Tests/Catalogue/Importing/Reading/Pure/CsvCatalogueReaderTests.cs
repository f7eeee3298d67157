using System.Text;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Importing.Reading.Pure;

[Requirement("CAT-03")]
public class CsvCatalogueReaderTests
{
    [Fact]
    public void Read_HeaderNames_AreKnownWhateverTheirCaseAndSpacing()
    {
        var file = Read("TITLE,Short description,Web Address,Cost per person,who_pays,70:20:10,Duration (minutes)\nChairing,Fair and short.,https://example.org/c,£12,Free,formal,90\n");

        var row = file.Rows.ShouldHaveSingleItem();
        row.One(RowField.Title).ShouldBe("Chairing");
        row.One(RowField.Summary).ShouldBe("Fair and short.");
        row.One(RowField.Url).ShouldBe("https://example.org/c");
        row.One(RowField.Cost).ShouldBe("£12");
        row.One(RowField.FundedBy).ShouldBe("Free");
        row.One(RowField.SeventyTwentyTen).ShouldBe("formal");
        row.One(RowField.Minutes).ShouldBe("90");
        file.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Read_UnknownColumn_IsNamedInAWarning() =>
        Read("title,Room colour\nChairing,blue\n").Warnings.ShouldBe(["The column “Room colour” is not known and was passed over."]);

    [Fact]
    public void Read_ValuesOverSeveralLinesAndEmptyLines_KeepsTheLinesOfTheFile()
    {
        var file = Read("title,description\n\n\"One\",\"a\nb\nc\"\r\n\r\nTwo,d\n");

        file.Rows.Select(row => row.Place).ShouldBe(["line 3", "line 7"]);
        file.Rows[0].One(RowField.Description).ShouldBe("a\nb\nc");
    }

    [Fact]
    public void Read_EntitiesAndControlCharacters_BecomeWhatTheyMean()
    {
        var row = Read("title\nAVR&rlm; &amp; C\u0007 \u0000x\n").Rows.ShouldHaveSingleItem();

        row.One(RowField.Title).ShouldBe("AVR\u200f & C x");
    }

    [Theory]
    [InlineData("title;kind\nHealth, safety;course\n")]
    [InlineData("title\tkind\nHealth, safety\tcourse\n")]
    public void Read_SemicolonOrTab_IsToldByTheHeader(string csv) => Read(csv).Rows[0].One(RowField.Title).ShouldBe("Health, safety");

    [Fact]
    public void Read_Windows1252_IsReadWithAWarning()
    {
        using var content = new MemoryStream([.. "title\nCaf"u8, 0xE9, (byte)'\n']);

        var file = CatalogueFiles.Read("old.csv", content);

        file.Rows[0].One(RowField.Title).ShouldBe("Café");
        file.Warnings.ShouldBe(["The file is not UTF-8 and was read as Windows-1252."]);
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheFirstColumn() => Read("\uFEFFtitle\nOne\n").Rows[0].One(RowField.Title).ShouldBe("One");

    [Fact]
    public void Read_TooManyAndTooFewValues_AreFaultsOfTheirLines()
    {
        var file = Read("title,kind\nOne,course,what\nTwo\nThree,course\n");

        file.Rows.SelectMany(row => row.Faults).Select(fault => fault.ToString()).ShouldBe(
            ["line 2: The line has 3 values, and there are 2 columns", "line 3: The line has 1 values, and there are 2 columns"]);
    }

    [Fact]
    public void Read_QuotationMarks_AreHarmlessInsideAValueAndAFaultBehindItsEnd()
    {
        var file = Read("title,kind\n24\" screens,course\n\"One\" and two,course\n");

        file.Rows[0].Faults.ShouldBeEmpty();
        file.Rows[0].One(RowField.Title).ShouldBe("24\" screens");
        file.Rows[1].Faults.ShouldHaveSingleItem().Place.ShouldBe("line 3");
    }

    [Fact]
    public void Read_QuotationMarkThatIsNeverClosed_IsAFault() =>
        Read("title,kind\n\"One,course\nTwo,course\n").Rows.SelectMany(row => row.Faults).ShouldNotBeEmpty();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("kind,url\ncourse,x\n", "one of them must be “title”")]
    public void Read_NoTitleColumn_IsRefused(string csv, string words) =>
        Should.Throw<CatalogueFileException>(() => new CsvCatalogueReader().Read(Bytes(csv))).Message.ShouldContain(words);

    private static CatalogueFile Read(string csv) => CatalogueFiles.Read("courses.csv", Bytes(csv));

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}

using LearningDev.Catalogue.Entries;
using LearningDev.Content.Curation;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Tests.Catalogue.Importing.Reading;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Tests.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Importing;

[Requirement("CAT-03")]
public class ImportCommandTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Import_Csv_FillsAnEntryThatIsFoundAndShown()
    {
        var run = await portal.ImportAsync("council.csv", """
            key,title,summary,description,kind,topics,classification,audience,format,duration,cost,provider,keywords,level,awarding body,owner,review by,url
            nv-1,Beekeeping for beginners,Look after a hive.,You will **meet** the bees.,Workshop,Volunteering and community; Bee science,Personal or professional development,"Everyone, First-line managers",Face to face,half a day,£25,Civil Service Learning,"bees, honey",3,Apiary Board,editor,31/3/2027,
            """);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("1 added, 0 updated, 0 unchanged, 0 left as they are, 0 refused");
        run.Output.ShouldContain("The topic “Bee science” is not known and became a keyword");
        var entry = (await portal.EntryAsync("Beekeeping for beginners")).ShouldNotBeNull();
        entry.ContentType.ShouldBe("LearningEvent");
        entry.As<KindPart>("LearningEvent").EventKind!.Text.ShouldBe("workshop");
        var learning = entry.As<LearningPart>();
        learning.Topics.TermContentItemIds.ShouldBe(["topic-community"]);
        learning.Audience.Values.ShouldBe(["everyone", "first-line-manager"]);
        learning.Formats.Values.ShouldBe(["face-to-face"]);
        learning.DurationMinutes.Value.ShouldBe(210);
        learning.CostFrom.Value.ShouldBe(25);
        learning.Provider.ContentItemIds.ShouldBe(["provider-civil-service"]);
        learning.Keywords.Text.ShouldBe("bees, honey, Bee science");
        learning.QualificationLevel.Value.ShouldBe(3);
        entry.As<CurationPart>().QualityAssurance.Text.ShouldBe("not-checked");
        entry.As<CurationPart>().Owner.UserIds.Count.ShouldBe(1);
        entry.As<CurationPart>().ReviewBy.Value!.Value.Date.ShouldBe(new DateTime(2027, 3, 31));

        var results = await portal.GetDocumentAsync("/catalogue?q=beekeeping");
        results.QuerySelectorAll(".app-results__item").Length.ShouldBe(1);
        var page = await portal.GetDocumentAsync("/catalogue/beekeeping-for-beginners");
        page.Body!.TextContent.ShouldContain("You will meet the bees.");
    }

    [Fact]
    public async Task Import_Twice_ChangesNothingTheSecondTime()
    {
        const string Csv = "title,url,kind,subject,language,note\nPro Git,https://git.example/book,book,Git,en,S. Chacon (HTML)\nAVR&rlm; بسيط,https://avr.example,course,Arduino,ar,\nTalks,https://talks.example,podcast or screencast,Misc,pt_BR,\n";
        (await portal.ImportAsync("links.csv", Csv)).Output.ShouldContain("3 added");
        var before = await portal.RowsAsync();

        var again = await portal.ImportAsync("links.csv", Csv);

        again.ExitCode.ShouldBe(0);
        again.Output.ShouldContain("0 added, 0 updated, 3 unchanged");
        (await portal.RowsAsync()).ShouldBe(before);
        var book = (await portal.EntryAsync("Pro Git")).ShouldNotBeNull();
        book.As<KindPart>("LearningResource").ResourceKind!.Text.ShouldBe("book");
        book.As<LearningPart>().Summary.Text.ShouldBe("S. Chacon (HTML) · Git");
        var course = (await portal.EntryAsync("AVR\u200f بسيط")).ShouldNotBeNull();
        course.ContentType.ShouldBe("ElearningModule");
        course.As<KindPart>("ElearningModule").Launch!.Url.ShouldBe("https://avr.example");
        course.As<LearningPart>().Keywords.Text.ShouldBe("Arduino, Arabic");
        (await portal.EntryAsync("Talks"))!.As<LearningPart>().Keywords.Text.ShouldBe("Misc, Portuguese");
    }

    [Fact]
    public async Task Import_ChangedRow_UpdatesTheEntryOfItsKeyAndLeavesTheRestAlone()
    {
        await portal.ImportAsync("update.csv", "key,title,cost,keywords\nu1,Weaving one,10,wool\nu2,Weaving two,,\n");
        var before = (await portal.EntryAsync("Weaving one")).ShouldNotBeNull();

        var run = await portal.ImportAsync("update.csv", "key,title,cost\nu1,Weaving anew,12\nu2,Weaving two,\n");

        run.Output.ShouldContain("0 added, 1 updated, 1 unchanged");
        var after = (await portal.EntryAsync("Weaving anew")).ShouldNotBeNull();
        after.ContentItemId.ShouldBe(before.ContentItemId);
        after.As<LearningPart>().CostFrom.Value.ShouldBe(12);
        after.As<LearningPart>().Keywords.Text.ShouldBe("wool", "a column that the file no longer has stays as it was");
        after.As<AutoroutePart>().Path.ShouldBe(before.As<AutoroutePart>().Path, "addresses do not change by themselves");
    }

    [Fact]
    public async Task Import_OtherSource_MakesEntriesOfItsOwn()
    {
        await portal.ImportAsync("one.csv", "key,title\n7,Pottery\n", "--source", "College of the North");
        var run = await portal.ImportAsync("one.csv", "key,title\n7,Pottery wheels\n", "--source", "College of the South");

        run.Output.ShouldContain("1 added");
        (await portal.EntryAsync("Pottery"))!.As<CurationPart>().Source.Text.ShouldBe("College of the North");
        (await portal.EntryAsync("Pottery wheels"))!.As<CurationPart>().Source.Text.ShouldBe("College of the South");
    }

    [Fact]
    public async Task Import_SameTitles_GetNumberedAddresses()
    {
        var run = await portal.ImportAsync("same.csv", "key,title\n1,Echo\n2,Echo\n3,Echo 2\n4,Echo\n");

        run.ExitCode.ShouldBe(0, run.Error);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContentRoute>().Where(route => route.Path.StartsWith("catalogue/echo")).Select(route => route.Path).Order().ToListAsync())
            .ShouldBe(["catalogue/echo", "catalogue/echo-2", "catalogue/echo-2-2", "catalogue/echo-3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Import_Preview_TellsOfEachRowAndWritesNothing()
    {
        await portal.ImportAsync("preview.csv", "key,title\np1,Sailing\np2,Rowing\n");
        var before = await portal.RowsAsync();

        var run = await portal.ImportAsync("preview.csv", "key,title,cost\np1,Sailing,\np2,Rowing boats,\np3,Paddling,\np4,Drifting,much\n", "--preview");

        run.ExitCode.ShouldBe(1, "a row would be refused");
        string[] expected = ["unchanged line 2: Sailing", "update    line 3: Rowing boats", "add       line 4: Paddling", "refuse    line 5: Drifting"];
        expected.ShouldAllBe(line => run.Output.Contains(line));
        run.Output.ShouldContain("This is a preview: nothing was written.");
        (await portal.RowsAsync()).ShouldBe(before);
        (await portal.EntryAsync("Paddling")).ShouldBeNull();
    }

    [Fact]
    public async Task Import_FaultyRows_AreAllNamedByLineAndColumnAndTheOthersImported()
    {
        var run = await portal.ImportAsync("faulty.csv", """
            key,title,cost,duration,kind,classification,url,level,roles
            f1,Fault one,much,soon,course,,,,
            f2,,,,course,,,,
            f3,Fault three,,,teleporting,urgent,example.org,9,Wizard
            f4,Fault-free,,,course,,,,
            f4,Fault five,,,course,,,,
            """);

        run.ExitCode.ShouldBe(1);
        string[] expected =
        [
            "Refused: line 2, column “duration”: “soon” is no length",
            "Refused: line 2, column “cost”: “much” is no amount in pounds",
            "Refused: line 3: Enter a title",
            "Refused: line 4, column “kind”: “teleporting” is no kind of learning that the catalogue has",
            "Refused: line 4, column “classification”: “urgent” is not one of the choices: “Mandatory”, “Corporate need”",
            "Refused: line 4, column “url”: “example.org” is no web address",
            "Refused: line 4, column “roles”: “Wizard” is not one of the choices",
            "Refused: line 6, column “key”: line 5 has the same key",
        ];
        expected.ShouldAllBe(line => run.Error.Contains(line));
        run.Output.ShouldContain("1 added, 0 updated, 0 unchanged, 0 left as they are, 4 refused");
        (await portal.EntryAsync("Fault-free")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Import_AllOrNothing_WritesNothingWhenARowIsRefused()
    {
        var before = await portal.RowsAsync();

        var run = await portal.ImportAsync("whole.csv", "key,title,cost\nw1,Whole one,1\nw2,Whole two,much\n", "--all-or-nothing");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Refused: line 3, column “cost”");
        run.Output.ShouldContain("Nothing was written, because rows were refused.");
        (await portal.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Import_EntryThatAnEditorHasChanged_IsLeftUnlessOverwritten()
    {
        await portal.ImportAsync("edited.csv", "key,title,cost,keywords\ne1,Edited entry,10,old\n");
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = (await portal.EntryAsync("Edited entry"))!;
            item.Author = "editor";
            item.Alter<LearningPart>(part => part.Classification.Text = "mandatory");
            await items.PublishAsync(item);
        }

        var left = await portal.ImportAsync("edited.csv", "key,title,cost,keywords\ne1,Edited entry,20,new\n");
        left.ExitCode.ShouldBe(0);
        left.Error.ShouldContain("Left as it is: line 2: Edited entry was changed here by editor");
        (await portal.EntryAsync("Edited entry"))!.As<LearningPart>().CostFrom.Value.ShouldBe(10);

        var over = await portal.ImportAsync("edited.csv", "key,title,cost,keywords\ne1,Edited entry,20,new\n", "--overwrite");
        over.Output.ShouldContain("1 updated");
        var learning = (await portal.EntryAsync("Edited entry"))!.As<LearningPart>();
        learning.CostFrom.Value.ShouldBe(20);
        learning.Classification.Text.ShouldBe("mandatory", "the file says nothing of it");
        (await portal.ImportAsync("edited.csv", "key,title,cost,keywords\ne1,Edited entry,20,new\n")).Output.ShouldContain("1 unchanged");
    }

    [Fact]
    public async Task Import_EntryThatWasRemovedOrWithdrawn_IsNotBroughtBack()
    {
        const string Csv = "key,title\nr1,Removed entry\nr2,Withdrawn entry\n";
        await portal.ImportAsync("gone.csv", Csv);
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            await items.RemoveAsync((await portal.EntryAsync("Removed entry"))!.ContentItemId);
            await items.UnpublishAsync((await portal.EntryAsync("Withdrawn entry"))!.ContentItemId);
        }

        var run = await portal.ImportAsync("gone.csv", Csv);

        run.Output.ShouldContain("0 added, 0 updated, 0 unchanged, 2 left as they are");
        run.Error.ShouldContain("line 2: The entry was removed here");
        run.Error.ShouldContain("line 3: Withdrawn entry is not published here");
        (await portal.EntryAsync("Removed entry")).ShouldBeNull();
    }

    [Fact]
    public async Task Import_KeyThatIsAnEntrysOwnId_MeansThatEntry()
    {
        var run = await portal.ImportAsync("own.csv", "key,cost,title\nguide-one-to-one-agenda,3,One to one: an agenda that works\n", "--overwrite");

        run.Output.ShouldContain("0 added, 1 updated");
        var entry = (await portal.EntryAsync("One to one: an agenda that works")).ShouldNotBeNull();
        entry.ContentItemId.ShouldBe("guide-one-to-one-agenda");
        entry.As<LearningPart>().CostFrom.Value.ShouldBe(3);
        entry.As<LearningPart>().Documents.Paths.ShouldNotBeEmpty("the file says nothing of it");
    }

    [Fact]
    public async Task Import_Draft_IsKeptFromReaders()
    {
        (await portal.ImportAsync("draft.csv", "key,title,status\nd1,Quiet course,draft\n")).Output.ShouldContain("1 added");

        (await portal.EntryAsync("Quiet course"))!.Published.ShouldBeFalse();
        (await portal.GetDocumentAsync("/catalogue?q=quiet")).QuerySelectorAll(".app-results__item").ShouldAllBe(item => !item.TextContent.Contains("Quiet course"));
        (await portal.ImportAsync("draft.csv", "key,title,status\nd1,Quiet course,draft\n")).Output.ShouldContain("1 unchanged");
    }

    [Fact]
    public async Task Import_LongTitleAndHostileText_AreCutAndShownAsText()
    {
        var title = string.Join(' ', Enumerable.Repeat("Interminable", 30));
        var run = await portal.ImportAsync("hostile.csv", $"key,title,summary,description\nh1,{title},<script>alert(1)</script>,<img src=x onerror=alert(1)> [x](javascript:alert(1))\n");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("The title was cut to 200 characters");
        using var client = await portal.SignedInAsAsync("employee");
        var results = await client.GetPageAsync("/catalogue?q=interminable");
        var link = results.QuerySelector(".app-results__item a")!.GetAttribute("href")!;
        var html = await client.GetStringAsync(new Uri(link, UriKind.Relative));
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("<img src=x");
        html.ShouldNotContain("javascript:");
    }

    [Fact]
    public async Task Import_Xcri_BringsInTheCoursesAndNamesTheUnknownProvider()
    {
        var run = await portal.ImportAsync("college.xml", XcriFeed.College, "--topic", "Careers and talent");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("college.xml: XCRI-CAP 1.2, 2 rows, from “college”");
        run.Output.ShouldContain("The provider “Fenland College” is not in the portal and became a keyword. Add the provider and import again (2 rows)");
        var award = (await portal.EntryAsync("Award in Education and Training")).ShouldNotBeNull();
        award.ContentType.ShouldBe("Qualification");
        award.As<LearningPart>().DurationMinutes.Value.ShouldBe(2100);
        award.As<LearningPart>().Topics.TermContentItemIds.ShouldBe(["topic-careers"]);
        award.As<LearningPart>().Keywords.Text.ShouldBe("AET, Teaching, Adult education, Fenland College, Welsh");
        (await portal.ImportAsync("college.xml", XcriFeed.College, "--topic", "Careers and talent")).Output.ShouldContain("2 unchanged");
    }

    [Fact]
    public async Task Import_XmlWithExternalEntity_IsRefused()
    {
        var run = await portal.ImportAsync("evil.xml", "<!DOCTYPE catalog [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><catalog>&x;</catalog>");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("The XML is refused. It may have no document type definition");
    }

    [Fact]
    public async Task Import_MissingFile_IsRefused()
    {
        var run = await portal.CommandAsync(["import", "catalogue", "/nowhere/at-all.csv"]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("/nowhere/at-all.csv cannot be read");
    }

    [Theory]
    [InlineData("Name the file to import.")]
    [InlineData("There is no option --perhaps.", "x.csv", "--perhaps")]
    [InlineData("--source needs a value.", "x.csv", "--source")]
    [InlineData("--topic needs a value.", "x.csv", "--topic", "--preview")]
    [InlineData("Name one file only.", "x.csv", "y.csv")]
    [InlineData("--default needs COLUMN=VALUE, and “colour=red” is not that.", "x.csv", "--default", "colour=red")]
    public async Task Import_WrongArguments_EndsWithTwoAndHelp(string message, params string[] arguments)
    {
        var run = await portal.CommandAsync(["import", "catalogue", .. arguments]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith(message);
        run.Error.ShouldContain("--all-or-nothing");
    }

    [Fact]
    public async Task Import_Defaults_AreForRowsThatHaveNoneOfTheirOwn()
    {
        await portal.ImportAsync("defaults.csv", "key,title,audience\na1,Default one,\na2,Default two,Councillors\n", "--default", "audience=Directors; Heads of service", "--default", "Quality assurance=checked");

        (await portal.EntryAsync("Default one"))!.As<LearningPart>().Audience.Values.ShouldBe(["director", "head-of-service"]);
        (await portal.EntryAsync("Default two"))!.As<LearningPart>().Audience.Values.ShouldBe(["councillor"]);
        (await portal.EntryAsync("Default two"))!.As<CurationPart>().QualityAssurance.Text.ShouldBe("checked");
    }

    [Fact]
    public async Task Import_Done_IsInTheAuditRowByRowAndAsAWhole()
    {
        await portal.ImportAsync("audited.csv", "key,title\nz1,Audited one\nz2,Audited two\n");

        await using var scope = portal.Scope();
        var audit = await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.Where(entry => entry.Summary.Contains("udited")).Select(entry => entry.Summary).ToListAsync();
        audit.ShouldBe(["Published Audited one", "Published Audited two", "Imported audited: 2 added, 0 updated"], ignoreOrder: true);
    }

    [Fact]
    public async Task Import_CatalogueSwitchedOff_IsRefused()
    {
        await SwitchAsync(on: false);
        try
        {
            var run = await portal.ImportAsync("off.csv", "title\nOff\n");

            run.ExitCode.ShouldBe(1);
            run.Error.Trim().ShouldBe("\"import catalogue\" belongs to Catalogue, which is switched off.");
        }
        finally
        {
            await SwitchAsync(on: true);
        }
    }

    private async Task SwitchAsync(bool on)
    {
        await using var scope = portal.Scope();
        var features = scope.ServiceProvider.GetRequiredService<Features>();
        await (on ? features.EnableCatalogueAsync() : (Task)features.DisableCatalogueAsync());
    }
}

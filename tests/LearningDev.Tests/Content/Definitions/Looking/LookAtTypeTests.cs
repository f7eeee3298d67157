using AngleSharp.Dom;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.Looking;

[Requirement("CMS-02")]
public class LookAtTypeTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/Course", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoSuchType_IsNotFound() => (await portal.StatusAsync("/content/types/Nothing", "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_Course_SaysWhatAModuleReliesOn()
    {
        var page = await portal.GetDocumentAsync("/content/types/Course", "editor");

        var row = page.QuerySelector("a[href='/content/types/parts/LearningPart/Summary?type=Course']")!.Closest("tr")!;
        row.TextContent.ShouldContain("Catalogue relies on it");
        row.TextContent.ShouldContain("Must be filled in");
        page.QuerySelector("#part-LearningPart")!.TextContent.ShouldContain("Shared: what you change here changes in");
        page.QuerySelector("a[href='/content/types/Course/remove']").ShouldBeNull();
    }

    [Fact]
    public async Task Post_FieldUp_ChangesTheFormAndIsAudited()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddFieldAsync("Conference", "Dinner", "line");
        var page = await client.GetPageAsync("/content/types/Conference");
        var button = page.QuerySelector("button[value='field up Conference Dinner']")!;

        using var answer = await client.PressAsync(page.FormWith("move"), button.TextContent.Trim());

        answer.Headers.Location!.OriginalString.ShouldBe("/content/types/Conference#Conference-Dinner");
        (await portal.DefinitionsAsync()).FindPart("Conference")!.FieldsInOrder.Select(field => field.Name).ShouldBe(["Dinner", "Website"]);
        var form = await client.GetPageAsync("/content/new/Conference");
        form.QuerySelector("[name='Conference.Dinner']")!.CompareDocumentPosition(form.QuerySelector("[name^='Conference.Website']")!)
            .HasFlag(DocumentPositions.Following).ShouldBeTrue();
        (await portal.SummariesAsync("Conference"))[0].ShouldBe("Moved the field Dinner of Conference up");
    }

    [Fact]
    public async Task Post_PartDown_ChangesTheForm()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync("/content/types/Qualification");

        using var answer = await client.PressAsync(page.FormWith("move"), page.QuerySelector("button[value='part down LearningPart']")!.TextContent.Trim());

        (await portal.DefinitionsAsync()).FindType("Qualification")!.PartsInOrder.Select(part => part.Name).Take(3).ShouldBe(["TitlePart", "MarkdownBodyPart", "LearningPart"]);
    }

    [Fact]
    public async Task Post_NoSuchMove_IsBad()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/types/Course")).FormWith("move");
        form.QuerySelector("button[name=move]")!.SetAttribute("value", "sideways");

        using var answer = await client.SubmitAsync(form);

        ((int)answer.StatusCode).ShouldBe(400);
    }
}

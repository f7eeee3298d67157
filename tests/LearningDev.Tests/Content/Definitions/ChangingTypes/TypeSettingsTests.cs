using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.ChangingTypes;

[Requirement("CMS-02")]
public class TypeSettingsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/Course/settings", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoSuchType_IsNotFound() => (await portal.StatusAsync("/content/types/Nothing/settings", "editor")).ShouldBe(404);

    [Fact]
    public async Task Post_NameOfAnotherType_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/types/Conference/settings")).FormWith("Form.DisplayName"), ("Form.DisplayName", "provider"));

        (await answer.ReadPageAsync()).ErrorBeside("Form.DisplayName").ShouldBe("There is a type of this name already");
    }

    [Fact]
    public async Task Post_Renamed_IsCalledSoEverywhere()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/types/Course/settings")).FormWith("Form.DisplayName"), ("Form.DisplayName", "Taught course"));

        ((int)answer.StatusCode).ShouldBe(302);
        (await portal.GetDocumentAsync("/catalogue")).QuerySelector(".app-facets")!.TextContent.ShouldContain("Taught course");
        (await client.GetPageAsync("/content/new")).QuerySelector("a[href='/content/new/Course']")!.TextContent.ShouldBe("Taught course");
        (await portal.SummariesAsync("Course"))[0].ShouldBe("Changed the content type Taught course");
        (await portal.DefinitionsAsync()).FindType("Course")!.Parts.ShouldContain(part => part.Name == "AutoroutePart");
    }

    [Fact]
    public async Task Post_NoLongerSearchable_IsNotFoundAnyMore()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Rule book");
        await portal.PublishAsync("RuleBook", "House rules", "rule-book-1");
        (await portal.GetDocumentAsync("/pages/rule-book")).Body!.TextContent.ShouldContain("House rules");

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/types/RuleBook/settings")).FormWith("Form.DisplayName"), ("Form.Searchable", null));

        ((int)answer.StatusCode).ShouldBe(302);
        (await portal.StatusAsync("/pages/rule-book", "employee")).ShouldBe(404);
        (await portal.StatusAsync("/pages/rule-book/house-rules", "employee")).ShouldBe(200);
    }

    [Fact]
    public async Task Post_SomebodyElseWasQuicker_LosesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Leaflet");
        var mine = (await client.GetPageAsync("/content/types/Leaflet/settings")).FormWith("Form.DisplayName");
        using var theirs = await client.SubmitAsync((await client.GetPageAsync("/content/types/Leaflet/settings")).FormWith("Form.DisplayName"), ("Form.Description", "Theirs"));

        using var answer = await client.SubmitAsync(mine, ("Form.Description", "Mine"));

        var page = await answer.ReadPageAsync();
        page.Errors()[0].ShouldStartWith("Somebody else changed this type");
        page.ValueOf("Form.Description").ShouldBe("Mine");
        (await portal.DefinitionsAsync()).FindType("Leaflet")!.TypeSettings.Description.ShouldBe("Theirs");
    }
}

using AngleSharp.Dom;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.AddingFields;

[Requirement("CMS-02")]
public class AddFieldTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/parts/Course/add", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoSuchPart_IsNotFound() => (await portal.StatusAsync("/content/types/parts/Nothing/add", "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_WithoutLabelAndKind_SaysWhatIsMissing()
    {
        var page = await portal.GetDocumentAsync("/content/types/parts/Course/add?type=Course&label=", "editor");

        page.Errors().ShouldBe(["Enter a label", "Select what it holds"]);
    }

    [Fact]
    public async Task Get_EveryKind_HasAForm()
    {
        using var client = await portal.SignedInAsAsync("editor");
        foreach (var kind in LearningDev.Content.Fields.FieldShape.All)
        {
            var page = await client.GetPageAsync($"/content/types/parts/Course/add?type=Course&label=Something+new&kind={kind.Key}");

            page.ValueOf("Name").ShouldBe("SomethingNew");
            page.QuerySelectorAll("[id]").Select(element => element.Id).ShouldBeUnique();
        }
    }

    [Fact]
    public async Task Post_NameTakenAndOneChoice_SaysSoAndLosesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/types/parts/LearningPart/add?type=Course&label=Ring+size&kind=choice")).FormWith("Form.Label").WithChoices("Small");

        using var answer = await client.SubmitAsync(form, ("Name", "summary"), ("Form.Hint", "Kept"));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Name").ShouldBe("There is a field of this name already. Choose a different name for files and code");
        page.Errors().ShouldContain("Enter at least two choices");
        page.ValueOf("Form.Hint").ShouldBe("Kept");
        page.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("[name='Form.ChoiceNames']")!.Value.ShouldBe("Small");
    }

    [Fact]
    public async Task Post_DressCode_IsInTheFormAtOnceAndAudited()
    {
        using var client = await portal.SignedInAsAsync("editor");

        await client.AddFieldAsync(
            "Course", "Dress code", "choice", ["Casual", "Smart"], ("Form.Required", "true"), ("Form.Hint", "What people should wear"), ("Form.Facet", "true"));

        var field = (await portal.FieldAsync("Course", "DressCode"))!;
        field.UseSettings.ShouldSatisfyAllConditions(use => use.Facet.ShouldBeTrue(), use => use.OnPage.ShouldBe(true), use => use.InLists.ShouldBeFalse());
        field.Settings["TextFieldPredefinedListEditorSettings"]!["Options"]!.ToJsonString().ShouldBe("""[{"name":"Casual","value":"casual"},{"name":"Smart","value":"smart"}]""");
        var form = await client.GetPageAsync("/content/new/Course");
        form.QuerySelectorAll("input[name='Course.DressCode']").Length.ShouldBe(2);
        form.Body!.TextContent.ShouldContain("What people should wear");
        (await portal.SummariesAsync("Course"))[0].ShouldBe("Added the field Dress code to Course");
        (await client.GetPageAsync("/content/types/Course")).QuerySelector("a[href='/content/types/parts/Course/DressCode?type=Course']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_SecondClick_SaysThatItIsThere()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/types/parts/Course/add?type=Course&label=Room&kind=line")).FormWith("Form.Label");
        using var first = await client.SubmitAsync(form);

        using var second = await client.SubmitAsync(form);

        (await second.ReadPageAsync()).ErrorBeside("Name")!.ShouldStartWith("There is a field of this name already");
        (await portal.DefinitionsAsync()).FindPart("Course")!.Fields.Count(field => field.Name == "Room").ShouldBe(1);
    }

    [Fact]
    public async Task Post_MoreChoices_KeepsWhatIsTyped()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/types/parts/Course/add?type=Course&label=Colours&kind=choices")).FormWith("Form.Label").WithChoices("Red", "Green", "Blue");

        using var answer = await client.PressAsync(form, "Add more choices", ("Form.Hint", "All that fit"));

        var rows = (await answer.ReadPageAsync()).QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("[name='Form.ChoiceNames']").Select(row => row.Value).ToList();
        rows.Take(3).ShouldBe(["Red", "Green", "Blue"]);
        rows.Count.ShouldBeGreaterThan(6);
    }

    [Theory]
    [InlineData("Dress code", "DressCode")]
    [InlineData("CPD hours (per year)", "CpdHoursPerYear")]
    [InlineData("2nd choice", "NdChoice")]
    [InlineData("Élan & verve", "ElanVerve")]
    public void ProposeName_Label_IsAName(string label, string name) => LearningDev.Content.Definitions.ChangingFields.FieldEditing.ProposeName(label).ShouldBe(name);
}

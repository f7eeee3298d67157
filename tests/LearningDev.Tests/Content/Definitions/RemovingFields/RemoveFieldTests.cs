using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.RemovingFields;

[Requirement("CMS-02")]
public class RemoveFieldTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/parts/LearningPart/Summary/remove", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoSuchField_IsNotFound() => (await portal.StatusAsync("/content/types/parts/LearningPart/Nothing/remove", "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_FieldOfAModule_SaysWhoReliesOnIt()
    {
        var page = await portal.GetDocumentAsync("/content/types/parts/LearningPart/Summary/remove", "editor");

        page.Body!.TextContent.ShouldContain("The module Catalogue relies on this field. It cannot be removed.");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Post_FieldWithData_ShowsItFirstAndIsRestoredWithIt()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Gadget");
        await client.AddFieldAsync("Gadget", "Colour", "line");
        await portal.PublishAsync("Gadget", "Lamp", "gadget-lamp", ("Colour", TypePages.Text("Green")));
        await portal.PublishAsync("Gadget", "Desk", "gadget-desk");
        var page = await client.GetPageAsync("/content/types/parts/Gadget/Colour/remove?type=Gadget");
        page.Body!.TextContent.ShouldContain("1 of 2 items has something filled in.");
        page.QuerySelector("table")!.TextContent.ShouldContain("Lamp");
        page.QuerySelector("table")!.TextContent.ShouldContain("Green");

        using var removed = await client.SubmitAsync(page.Form());

        ((int)removed.StatusCode).ShouldBe(302);
        (await portal.FieldAsync("Gadget", "Colour")).ShouldBeNull();
        (await client.GetPageAsync("/content/gadget-lamp")).QuerySelector("[name='Gadget.Colour']").ShouldBeNull();

        // Saving the item meanwhile does not lose what the field held.
        using var saved = await client.PressAsync((await client.GetPageAsync("/content/gadget-lamp")).ItemForm(), EditorPages.Publish, ("TitlePart.Title", "Big lamp"));
        ((int)saved.StatusCode).ShouldBe(302);
        var history = await client.GetPageAsync("/content/types/history/part/Gadget?type=Gadget");
        history.QuerySelector(".app-results__item")!.TextContent.ShouldContain("Removed the field Colour from Gadget");
        var restore = history.QuerySelectorAll("a[href*='/content/types/history/part/Gadget/']")[0].GetAttribute("href")!;
        using var restored = await client.SubmitAsync((await client.GetPageAsync(restore)).Form());

        ((int)restored.StatusCode).ShouldBe(302);
        (await client.GetPageAsync("/content/gadget-lamp")).ValueOf("Gadget.Colour").ShouldBe("Green");
    }

    [Fact]
    public async Task Post_AddedAgainUnderTheSameName_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Tool");
        await client.AddFieldAsync("Tool", "Size", "line");
        using var removed = await client.SubmitAsync((await client.GetPageAsync("/content/types/parts/Tool/Size/remove")).Form());
        var form = (await client.GetPageAsync("/content/types/parts/Tool/add?label=Size&kind=number")).FormWith("Form.Label");

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).ErrorBeside("Name")!.ShouldStartWith("A field of this name was removed");
    }

    [Fact]
    public async Task Post_SomebodyElseWasQuicker_IsTold()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Crate");
        await client.AddFieldAsync("Crate", "Load", "line");
        var form = (await client.GetPageAsync("/content/types/parts/Crate/Load/remove")).Form();
        await client.AddFieldAsync("Crate", "Height", "number");

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).Errors()[0].ShouldStartWith("Somebody else changed these fields");
        (await portal.FieldAsync("Crate", "Load")).ShouldNotBeNull();
    }
}

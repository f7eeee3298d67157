using System.Text.Json;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class ContentTypeTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("Dress code", "dress-code", "Smart", true)]
    [InlineData("Footwear", "footwear", "Boots", false)]
    [Requirement("CMS-02")]
    public async Task NewField_OfACourse_IsOnFormPageFacetAndExportAtOnce(string label, string facet, string choice, bool script)
    {
        await using var editor = await portal.VisitAsync("editor", script: script);
        await AddFieldAsync(editor, label, "Casual", choice);
        await Axe.ShouldFindNothingAsync(editor.Page);

        await editor.OpenAsync("/content/minute-taking");
        await editor.Page.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Label = choice });
        await PressAsync(editor, "Publish");
        (await editor.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty();

        await using var employee = await portal.VisitAsync("employee", script: script);
        await employee.OpenAsync("/catalogue/minute-taking");
        (await employee.Page.Locator(".app-facts").InnerTextAsync()).ShouldContain(label);
        await employee.OpenAsync($"/catalogue?{facet}={choice.ToLowerInvariant()}");
        (await new CataloguePage(employee).CountAsync()).ShouldBe(1);
        (await employee.Page.Locator($"input[name='{facet}']").First.IsCheckedAsync()).ShouldBeTrue();
        await Axe.ShouldFindNothingAsync(employee.Page);

        var exported = await ExportAsync(script);
        exported.ShouldContain($"\"DisplayName\":\"{label}\"");
        exported.ShouldContain($"{{\"Text\":\"{choice.ToLowerInvariant()}\"}}");
        editor.ShouldBeWithoutComplaints();
        employee.ShouldBeWithoutComplaints();
    }

    private static async Task AddFieldAsync(Visit editor, string label, params string[] choices)
    {
        await editor.OpenAsync("/content/types");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Course", Exact = true }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Add a field to Course" }).ClickAsync();
        await editor.Page.GetByLabel("Label").FillAsync(label);
        await editor.Page.GetByLabel("One choice of a list").CheckAsync();
        await PressAsync(editor, "Continue");
        foreach (var (index, name) in choices.Index())
        {
            await editor.Page.GetByLabel($"Choice {index + 1}").FillAsync(name);
        }

        await editor.Page.GetByLabel("Let people narrow searches by it").CheckAsync();
        await editor.Page.GetByLabel("Show it in lists and search results").CheckAsync();
        await PressAsync(editor, "Add the field");
        (await editor.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain($"The field {label} is added");
    }

    private async Task<string> ExportAsync(bool script)
    {
        await using var administrator = await portal.VisitAsync("administrator", script: script);
        await administrator.OpenAsync("/admin/recipes/export?check=true&Choices=definitions:Course&Choices=content:Course&Name=courses&Form=json");
        var download = await administrator.Page.RunAndWaitForDownloadAsync(
            () => administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync());
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync()));
        return JsonSerializer.Serialize(json);
    }

    private static async Task PressAsync(Visit visit, string button)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await visit.Page.LoadedAsync();
    }
}

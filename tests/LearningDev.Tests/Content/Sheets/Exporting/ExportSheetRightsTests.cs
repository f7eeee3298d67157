using LearningDev.Tests.Content.Recipes.Administering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Exporting;

/// <summary>What is restricted to roles, for an editor who has none of them.</summary>
[Requirement("CMS-05")]
public class ExportSheetRightsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content/export";

    [Fact]
    public async Task Get_RestrictedItem_IsForThoseAloneWhoMaySeeIt()
    {
        const string Role = "Coach";
        await portal.RunDirectlyAsync(RecipePages.Recipe(
            $$"""{ "name": "Roles", "Roles": [{ "Name": "Employee", "Permissions": ["EditContent"] }] }""",
            $$"""{ "name": "content", "data": [{ "ContentItemId": "restrictedsheetcourse", "ContentType": "LearningResource", "DisplayText": "Restricted sheet", "Published": false, "Latest": true, "TitlePart": { "Title": "Restricted sheet" }, "VisibilityPart": { "Roles": { "Values": ["{{Role}}"] } } }] }"""));

        using var employee = await portal.SignedInAsAsync("employee");
        using var administrator = await portal.SignedInAsAsync("administrator");

        (await employee.GetPageAsync($"{Url}?type=LearningResource&q=restricted+sheet")).QuerySelector(".app-empty__title").ShouldNotBeNull();
        (await administrator.GetPageAsync($"{Url}?type=LearningResource&q=restricted+sheet")).QuerySelector("[role=status]")!.TextContent.ShouldContain("1 item");
    }
}

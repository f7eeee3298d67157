using LearningDev.Tests.Content.Recipes.Administering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Importing.Checking;

/// <summary>An import by somebody who may write but not publish.</summary>
[Requirement("CMS-05")]
public class CheckSheetRightsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_MayNotPublish_SavesDraftsAndRefusesPublishedRows()
    {
        await portal.RunDirectlyAsync(RecipePages.Recipe("""{ "name": "Roles", "Roles": [{ "Name": "Employee", "Permissions": ["EditContent"] }] }"""));
        using var client = await portal.SignedInAsAsync("employee");
        var path = await portal.CheckAsync(client, "Title,State\nWriter A,Published\nWriter B,\n");

        (await client.GetPageAsync(path)).TableRows()[0].ShouldContain("State: You may not publish. Write Draft");
        await portal.ImportAsync(client, path);
        (await portal.ItemsAsync("Writer A")).ShouldBeEmpty();
        (await portal.ItemsAsync("Writer B")).ShouldHaveSingleItem().Published.ShouldBeFalse();
    }
}

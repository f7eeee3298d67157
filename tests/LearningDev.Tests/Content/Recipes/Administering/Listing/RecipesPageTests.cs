using System.Net;
using System.Text;
using LearningDev.Content.Recipes.Administering;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Administering.Listing;

[Requirement("CMS-05")]
public class RecipesPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("employee")]
    [InlineData("editor")]
    [InlineData("hr")]
    public async Task Get_AnybodyButAdministrators_IsForbidden(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);

        using var answer = await client.GetAsync(RecipePages.List);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Administrator_ShowsWhatShipsAndWhoRanWhat()
    {
        var page = await portal.GetDocumentAsync(RecipePages.List, "administrator");

        var cards = page.QuerySelectorAll(".app-card").Select(card => RecipePages.Words(card.TextContent)).ToList();
        cards.ShouldContain(card => card.StartsWith("Demonstration council Northbourne Council, which does not exist") && card.Contains("council"));
        page.Rows("runs").ShouldContain(row => row.EndsWith("| The portal | demonstration"));
        page.QuerySelector("[href='/admin/recipes/export']").ShouldNotBeNull();
        page.QuerySelector(".govuk-hint")!.TextContent.ShouldContain("smaller than 50MB");
    }

    [Fact]
    public async Task Get_AdministrationPage_LeadsHere() =>
        (await portal.GetDocumentAsync("/admin", "administrator")).QuerySelector("a[href='/admin/recipes']")!.TextContent.ShouldBe("Recipes");

    [Theory]
    [InlineData("recipe.txt", "{}", "The selected file must be a recipe (.recipe.json) or a zip archive (.zip)")]
    [InlineData("empty.recipe.json", "", "The selected file is empty")]
    public async Task Post_WrongFile_ShowsError(string name, string text, string error)
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(RecipePages.List);

        using var answer = await client.SubmitAsync(page.UploadForm(), null, [], [new FormFile("Upload", name, "text/plain", Encoding.UTF8.GetBytes(text))]);

        var refused = await answer.ReadPageAsync();
        refused.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain(error);
        refused.QuerySelector("#Upload-error")!.TextContent.ShouldContain(error);
        refused.QuerySelectorAll(".app-card").Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Post_NoFile_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(RecipePages.List)).UploadForm());

        (await answer.ReadPageAsync()).QuerySelector("#Upload-error")!.TextContent.ShouldContain("Select a recipe");
    }

    [Fact]
    public async Task Post_FileOverTheLimitOfTheSettings_SaysTheLimit()
    {
        await SetLimitAsync(1);
        try
        {
            using var client = await portal.SignedInAsAsync("administrator");
            var page = await client.GetPageAsync(RecipePages.List);
            page.QuerySelector(".govuk-hint")!.TextContent.ShouldContain("smaller than 1MB");

            using var answer = await client.SubmitAsync(page.UploadForm(), null, [], [new FormFile("Upload", "big.recipe.json", "application/json", new byte[1_100_000])]);

            (await answer.ReadPageAsync()).QuerySelector("#Upload-error")!.TextContent.ShouldContain("The selected file must be smaller than 1MB");
        }
        finally
        {
            await SetLimitAsync(50);
        }
    }

    [Fact]
    public async Task Post_Recipe_IsKeptAndCheckedAndListed()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        var path = await portal.UploadAsync(client, Encoding.UTF8.GetBytes(RecipePages.Units("KEPT")), "C:\\folder\\kept.recipe.json");

        (await client.GetPageAsync(path)).Heading().ShouldBe("What Tried out would change");
        (await client.GetPageAsync(RecipePages.List)).Rows("waiting").ShouldContain(row => row.StartsWith("Tried out | kept.recipe.json |"));
        (await portal.HasUnitAsync("KEPT")).ShouldBeFalse();
        (await portal.AuditAsync("RecipeUploaded"))[0].What.ShouldBe("Uploaded the recipe kept.recipe.json");
    }

    [Fact]
    public async Task PostChoose_ShippedRecipe_IsChecked()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(RecipePages.List);
        var form = page.Forms.Single(form => form.QuerySelector("input[value=search-synonyms]") is not null);

        using var answer = await client.SubmitAsync(form);

        var checkedPage = await client.GetPageAsync(await portal.FollowAsync(answer));
        checkedPage.QuerySelector("main")!.TextContent.ShouldContain("The recipe would change nothing");
    }

    [Fact]
    public async Task PostChoose_NoSuchRecipe_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(RecipePages.List);
        var form = page.Forms.First(form => form.Action.EndsWith("?handler=Choose", StringComparison.Ordinal));

        using var answer = await client.SubmitAsync(form, ("name", "no-such-recipe"));

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("There is no recipe \"no-such-recipe\"");
    }

    private async Task SetLimitAsync(int megabytes)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(new RecipeSettings { UploadMegabytes = megabytes });
    }
}

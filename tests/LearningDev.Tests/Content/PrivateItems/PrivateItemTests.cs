using System.Net;
using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Editing.Bin;
using LearningDev.Content.Editing.Listing.Index;
using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.PrivateItems;

[Requirement("CMS-02")]
public class PrivateItemTests(PrivateItemTests.PrivatePortal portal) : IClassFixture<PrivateItemTests.PrivatePortal>
{
    private static readonly string[] Known = ["AskPart.Cost", "AskPart.State"];

    public sealed class PrivatePortal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Scope();
            (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Parse($$"""{ "name": "private", "steps": [ {{WorkflowPortal.RequestType}} ] }"""), new RecipeRunOptions()))
                .Problems.Where(problem => problem.Stops).ShouldBeEmpty();
        }

        protected override void Configure(IServiceCollection services) => services.AddSingleton(new PrivateContent("Ask"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/versions")]
    [InlineData("/remove")]
    [InlineData("/duplicate")]
    [InlineData("/archive")]
    [InlineData("/preview")]
    [InlineData("/compare")]
    public async Task Get_EditorsPageOfAPrivateItem_IsNotFound(string page)
    {
        var id = await portal.AskAsync("employee", "Wombat care", run: false);
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync($"/content/{id}{page}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_EditorRemovesAPrivateItem_IsNotFoundAndItStays()
    {
        var id = await portal.AskAsync("employee", "Wombat care", run: false);
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync("/content/new/Course")).Form("/content/new/Course");
        form.Action = $"/content/{id}/remove";

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.ReadAsync(db => db.Set<ContentItemRow>().AnyAsync(row => row.ContentItemId == id && row.Published))).ShouldBeTrue();
    }

    [Fact]
    public async Task Lists_PrivateItem_IsInNone()
    {
        var id = await portal.AskAsync("employee", "Quokka care", run: false);
        var removed = await portal.AskAsync("employee", "Quokka removed", run: false);
        await using var scope = portal.Scope();
        await scope.ActAsAsync("administrator");
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PortalDb>();
        await services.GetRequiredService<ContentItems>().RemoveAsync(removed);
        await db.SaveChangesAsync();

        (await db.Set<ListingRow>().AnyAsync(row => row.ContentItemId == id)).ShouldBeFalse();
        (await services.GetRequiredService<ContentBin>().ListAsync("quokka", "", 1, default)).Entries.ShouldBeEmpty();
        (await services.GetRequiredService<ContentBin>().FindAsync(removed, default)).ShouldBeNull();
        (await services.GetRequiredService<SheetColumns>().FindAsync("Ask", default)).ShouldBeNull();
        var export = await services.GetRequiredService<RecipeExport>().PlanAsync(new RecipeExportOptions { Name = "all", Items = [id] }, default);
        export.Versions.ShouldNotContain(version => version.ContentItemId == id);
        var sample = await services.GetRequiredService<AffectedItems>().OfFieldAsync("AskPart", "Cost", default);
        sample.Items.ShouldNotBeEmpty();
        sample.Readable.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_TypeOfPrivateItems_SaysThatOnlyThoseConcernedSeeThem()
    {
        await portal.AskAsync("employee", "Numbat care", run: false);
        using var client = await portal.SignedInAsAsync("editor");

        var page = await client.GetPageAsync("/content/types/Ask");

        page.QuerySelector("main")!.TextContent.ShouldContain("which only those concerned see");
        (await client.GetPageAsync("/content/types/Ask/settings")).QuerySelector("[name='Form.Listable'][type=checkbox]").ShouldBeNull();
    }

    [Fact]
    public async Task ShowAsync_FieldThatAnEditorAdded_IsAskedForAfterTheKnownOnes()
    {
        await using var scope = portal.Scope();
        var forms = scope.ServiceProvider.GetRequiredService<OwnForms>();
        var item = scope.ServiceProvider.GetRequiredService<ContentItems>().New("Ask");

        var added = await forms.AddedAsync("Ask", Known);
        var form = await forms.ShowAsync(item, [.. added, "AskPart.Gone"], posted: null);

        added.ShouldBe(["AskPart.Urgent", "AskPart.Starts", "AskPart.Asked"], ignoreOrder: true);
        form.Fields.ShouldBe(added);
        (await forms.ShowAsync(item, [], posted: null)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task ReadAsync_FieldsThatWereNotAsked_StayAsTheyAre()
    {
        await using var scope = portal.Scope();
        var forms = scope.ServiceProvider.GetRequiredService<OwnForms>();
        var item = scope.ServiceProvider.GetRequiredService<ContentItems>().New("Ask");

        var errors = await forms.ReadAsync(item, ["AskPart.Cost"], Posted(("AskPart.Cost", "12"), ("AskPart.State", "Approved")));

        errors.ShouldBeEmpty();
        ((decimal)item.Content["AskPart"]!["Cost"]!["Value"]!).ShouldBe(12);
        item.Content["AskPart"]!["State"].ShouldBeNull();
    }

    [Fact]
    public async Task ReadAsync_NotANumber_SaysSoBesideTheField()
    {
        await using var scope = portal.Scope();
        var forms = scope.ServiceProvider.GetRequiredService<OwnForms>();
        var item = scope.ServiceProvider.GetRequiredService<ContentItems>().New("Ask");

        var errors = await forms.ReadAsync(item, ["AskPart.Cost"], Posted(("AskPart.Cost", "a lot")));

        errors.ShouldHaveSingleItem().Key.ShouldBe("AskPart.Cost");
    }

    [Fact]
    public void IsOnlyShownAgain_ButtonOfABox_IsTrue()
    {
        OwnForms.IsOnlyShownAgain(Posted(("action", "more AskPart.Cost"))).ShouldBeTrue();
        OwnForms.IsOnlyShownAgain(Posted()).ShouldBeFalse();
    }

    // As a browser sends it: every box says that it was shown.
    private static FormCollection Posted(params (string Name, string Value)[] values) => new(
        values.ToDictionary(value => value.Name, value => new StringValues(value.Value)).Append(new("shown", new StringValues([.. values.Select(value => value.Name)]))).ToDictionary());
}

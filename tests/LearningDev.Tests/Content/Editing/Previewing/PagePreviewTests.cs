using System.Net;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Previewing;

[Requirement("CMS-01")]
public class PagePreviewTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Id = "managing-stress";
    private const string Url = $"/content/{Id}/preview/page";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync($"{Url}?as=role:Employee");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData($"{Url}?as=nobody")]
    [InlineData(Url)]
    [InlineData($"{Url}?as=role:Administrator")]
    [InlineData("/content/no-such-item/preview/page?as=role:Employee")]
    public async Task Get_KindOrItemThatThereIsNot_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Draft_IsShownOnItsPageWithTheRightsOfTheKindAndLeavesNothingBehind()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await DraftAsync("Stress, in a draft");
        var before = await FingerprintAsync();

        using var answer = await client.GetAsync($"{Url}?as=role:Employee");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'none'");
        var page = await answer.ReadPageAsync();
        page.QuerySelector("h1")!.TextContent.ShouldBe("Stress, in a draft");
        page.QuerySelector(".app-preview")!.TextContent.ShouldContain("Employee");
        page.QuerySelector(".app-menu__name")!.TextContent.ShouldBe("Employee");
        page.QuerySelector("a[href^='/content']:not(.app-preview__link)").ShouldBeNull();
        (await FingerprintAsync()).ShouldBe(before);
        using var employee = await portal.SignedInAsAsync("employee");
        (await employee.GetPageAsync("/catalogue?q=stress")).QuerySelector("main")!.TextContent.ShouldNotContain("in a draft");
        (await client.GetPageAsync("/content")).QuerySelector(".app-preview").ShouldBeNull();
    }

    [Fact]
    public async Task Post_FormOfThePreview_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync($"{Url}?as=role:Employee")).Forms.First(form => form.Action.Contains("saved", StringComparison.Ordinal));

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Get_RestrictedEntry_IsSeenByItsRoleOnly()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = (await items.FindAsync("stress-for-managers", VersionChoice.Latest))!;
            item.Alter<VisibilityPart>(part => part.Roles.Values = ["HR business partner", "Editor"]);
            await items.SaveDraftAsync(item);
        }

        using var seen = await client.GetAsync("/content/stress-for-managers/preview/page?as=role:HR business partner");
        using var hidden = await client.GetAsync("/content/stress-for-managers/preview/page?as=role:Employee");

        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        hidden.Headers.Location!.OriginalString.ShouldBe("/content/stress-for-managers/preview?as=role%3AEmployee&answer=NotFound");
        (await client.GetPageAsync(hidden.Headers.Location.OriginalString)).QuerySelector("main [role=status]")!.TextContent
            .ShouldBe("Employee does not see it: for them there is no such page.");
    }

    [Fact]
    public async Task Get_SignedOut_IsAskedToSignIn()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync($"{Url}?as=signed-out");

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{Id}/preview?as=signed-out&answer=SignIn");
    }

    [Fact]
    public async Task Get_DraftThatLacksWhatIsRequired_IsShownAllTheSame()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Course")).ItemForm();
        using var saved = await client.PressAsync(form, EditorPages.SaveDraft, ("TitlePart.Title", "Hardly begun"));

        var page = await client.GetPageAsync($"{saved.Headers.Location!.OriginalString}/preview/page?as=role:HR business partner");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Hardly begun");
    }

    private async Task DraftAsync(string title)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync(Id, VersionChoice.Latest))!;
        item.Alter<TitlePart>(part => part.Title = title);
        await items.SaveDraftAsync(item);
    }

    private async Task<(int, int, string, int)> FingerprintAsync()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        return (
            await db.AuditEntries.CountAsync(), await db.Set<ContentItemRow>().CountAsync(row => row.Published),
            await db.Set<ContentItemRow>().Where(row => row.ContentItemId == Id && row.Published).Select(row => row.DisplayText).SingleAsync(),
            await db.Set<ContentRoute>().CountAsync());
    }
}

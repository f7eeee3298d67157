using System.Net;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Creating;

[Requirement("CMS-01")]
public class NewItemTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/content/new")]
    [InlineData("/content/new/Course")]
    public async Task Get_Employee_IsForbidden(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/content/new/Nonsense")]
    [InlineData("/content/new/Topic")]
    public async Task Get_TypeThatMayNotBeCreated_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ChooseType_OffersTypesWithDescriptions()
    {
        var page = await portal.GetDocumentAsync("/content/new", "editor");

        page.QuerySelector("a[href='/content/new/Course']")!.Closest("li")!.TextContent.ShouldContain("Taught learning");
        page.QuerySelector("a[href='/content/new/Topic']").ShouldBeNull();
    }

    [Fact]
    public async Task Get_EveryType_HasAForm()
    {
        using var client = await portal.SignedInAsAsync("editor");
        foreach (var link in (await client.GetPageAsync("/content/new")).QuerySelectorAll("a.app-card__link"))
        {
            var page = await client.GetPageAsync(link.GetAttribute("href")!);

            page.QuerySelectorAll("[id]").Select(element => element.Id).ShouldBeUnique();
            page.ItemForm().QuerySelector("[name='TitlePart.Title']").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Post_EmptyForm_SaysWhatIsMissingBesideTheFields()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Course")).ItemForm();

        using var answer = await client.PressAsync(form, EditorPages.Publish, ("LearningPart.DurationMinutes", "abc"), ("LearningPart.Keywords", "kept"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.Title!.ShouldStartWith("Error: ");
        page.Errors().ShouldContain("Enter a title");
        page.ErrorBeside("TitlePart.Title").ShouldBe("Enter a title");
        page.ErrorBeside("LearningPart.Summary").ShouldBe("Enter summary");
        page.ErrorBeside("LearningPart.DurationMinutes").ShouldBe("Length in minutes must be a number");
        page.ValueOf("LearningPart.DurationMinutes").ShouldBe("abc");
        page.ValueOf("LearningPart.Keywords").ShouldBe("kept");
        foreach (var link in page.QuerySelectorAll(".govuk-error-summary__list a"))
        {
            page.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull(link.OuterHtml);
        }
    }

    [Fact]
    public async Task Post_Draft_IsSavedWithAnAddressAndAudited()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var id = await client.AddProviderAsync("Harbour Skills & Co");

        var item = (await portal.LatestAsync(id))!;
        item.DisplayText.ShouldBe("Harbour Skills & Co");
        item.Published.ShouldBeFalse();
        item.Author.ShouldBe("editor");
        item.Content["AutoroutePart"]!["Path"]!.ToString().ShouldBe("providers/harbour-skills-co");
        (await portal.EventsAsync(id)).ShouldBe(["ContentDraftSaved"]);
        (await client.GetPageAsync($"/content/{id}")).Banner().ShouldBe("The draft of Harbour Skills & Co is saved");
        (await client.GetPageAsync($"/content/{id}")).Banner().ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_SameFormTwice_MakesOneItem()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Provider")).ItemForm();

        using var first = await client.PressAsync(form, EditorPages.Publish, ("TitlePart.Title", "Clicked twice"));
        using var second = await client.PressAsync(form, EditorPages.Publish, ("TitlePart.Title", "Clicked twice"));

        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await portal.EventsAsync(first.Headers.Location!.OriginalString.Split('/')[^1])).ShouldBe(["ContentPublished"]);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().AuditEntries.CountAsync(row => row.SubjectName == "Clicked twice")).ShouldBe(1);
    }

    [Fact]
    public async Task Post_ChangedAfterTheFormWasSaved_ShowsBothVersions()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Provider")).ItemForm();
        using var first = await client.PressAsync(form, EditorPages.SaveDraft, ("TitlePart.Title", "Stepped back"));

        using var second = await client.PressAsync(form, EditorPages.SaveDraft, ("TitlePart.Title", "Stepped back and forth"));

        second.Headers.Location!.OriginalString.ShouldStartWith(first.Headers.Location!.OriginalString + "/merge?form=");
        (await client.GetPageAsync(second.Headers.Location.OriginalString)).QuerySelectorAll(".app-merge__side")[1].TextContent.ShouldContain("and forth");
    }

    [Fact]
    public async Task Post_AddressOfAnotherItem_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddProviderAsync("First come");
        var form = (await client.GetPageAsync("/content/new/Provider")).ItemForm();

        using var answer = await client.PressAsync(
            form, EditorPages.SaveDraft, ("TitlePart.Title", "Second come"), ("AutoroutePart.Path", "First-Come"));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("AutoroutePart.Path").ShouldBe("The address providers/first-come is used by another page. Choose a different one");
        page.ValueOf("AutoroutePart.Path").ShouldBe("first-come");
        page.ValueOf("TitlePart.Title").ShouldBe("Second come");
    }

    [Fact]
    public async Task Post_SameTitle_GetsAnAddressOfItsOwn()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddProviderAsync("Namesake");

        var id = await client.AddProviderAsync("Namesake");

        (await portal.LatestAsync(id))!.Content["AutoroutePart"]!["Path"]!.ToString().ShouldBe("providers/namesake-2");
    }
}

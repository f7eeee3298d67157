using LearningDev.Platform.Settings;
using LearningDev.Tests.Workflows.Designing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Cases.Moving;

[Requirement("WFL-02")]
public class ChooseCasesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("choose-forbidden")}/versions/1/move-cases");

    [Fact]
    public async Task Get_UnknownVersion_IsNotFound() => await portal.IsNotFoundAsync($"{await portal.DesignedAsync("choose-unknown")}/versions/9/move-cases", "/workflows/nothing/versions/1/move-cases");

    [Fact]
    public async Task Get_NoCaseOnAnotherVersion_SaysSo() =>
        (await portal.GetDocumentAsync($"{await portal.DesignedAsync("choose-none")}/versions/1/move-cases", "administrator")).MainText().ShouldContain("No case keeps to another version");

    [Fact]
    public async Task Get_CasesOfBothKinds_SaysWhichCannotBeMovedAndWhy()
    {
        await portal.OnOldVersionAsync("choose-why", keepsStep: false, "Cannot go");
        var page = await portal.GetDocumentAsync("/workflows/choose-why/versions/2/move-cases", "administrator");
        page.MainText().ShouldContain("1 case keeps to another version");
        page.MainText().ShouldContain("It is at “Manager decides”, which the other version does not have.");
        page.QuerySelectorAll("input[name=Cases]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsErrors()
    {
        await portal.OnOldVersionAsync("choose-nothing", keepsStep: true, "Not chosen");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync("/workflows/choose-nothing/versions/2/move-cases");

        using var answer = await client.SubmitAsync(page.MainForm());
        (await answer.ReadPageAsync()).ErrorSummary().ShouldContain("Select which cases you want to move");
        using var some = await client.SubmitAsync(page.MainForm(), ("Which", "some"));
        (await some.ReadPageAsync()).ErrorSummary().ShouldContain("Tick the cases that you want to move");
    }

    [Fact]
    public async Task Post_SomeOrAll_LeadsToTheLastLook()
    {
        var cases = await portal.OnOldVersionAsync("choose", keepsStep: true, "First", "Second");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync("/workflows/choose/versions/2/move-cases");

        using var some = await client.SubmitAsync(page.MainForm(), ("Which", "some"), ("Cases", cases[1]));
        some.Headers.Location!.OriginalString.ShouldBe($"/workflows/choose/versions/2/move-cases/confirm?case={cases[1]}");
        using var all = await client.SubmitAsync(page.MainForm(), ("Which", "all"));
        all.Headers.Location!.OriginalString.ShouldBe("/workflows/choose/versions/2/move-cases/confirm");
        (await client.GetPageAsync("/workflows/choose/versions/2")).QuerySelector("main a[href$='/versions/2/move-cases']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_MoreThanAPage_HasPages()
    {
        await portal.OnOldVersionAsync("choose-many", keepsStep: true, [.. Enumerable.Range(1, 6).Select(number => $"Many {number}")]);
        await using var scope = portal.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        var site = await settings.GetAsync<SiteSettings>();
        var size = site.PageSize;
        site.PageSize = 5;
        await settings.SaveAsync(site);

        var page = await portal.GetDocumentAsync("/workflows/choose-many/versions/2/move-cases?p=2", "administrator");

        site.PageSize = size;
        await settings.SaveAsync(site);
        page.QuerySelectorAll("input[name=Cases]").Length.ShouldBe(1);
        page.MainText().ShouldContain("Many 6");
        page.QuerySelector(".govuk-pagination").ShouldNotBeNull();
    }
}

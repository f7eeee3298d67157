using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.History;

[Requirement("CMS-02")]
public class RestoreVersionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/history/type/Course/1", "employee")).ShouldBe(403);

    [Theory]
    [InlineData("/content/types/history/type/Course/999")]
    [InlineData("/content/types/history/type/Nothing/1")]
    public async Task Get_NoSuchVersion_IsNotFound(string url) => (await portal.StatusAsync(url, "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_SameAsNow_SaysSo() =>
        (await portal.GetDocumentAsync("/content/types/history/type/Provider/1", "editor")).Body!.TextContent.ShouldContain("There is nothing to restore");

    [Fact]
    public async Task Post_RemovedType_IsBackWithItsFields()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Badge");
        await client.AddFieldAsync("Badge", "Metal", "line");
        using var removed = await client.SubmitAsync((await client.GetPageAsync("/content/types/Badge/remove")).Form());
        ((int)removed.StatusCode).ShouldBe(302);
        var list = await client.GetPageAsync("/content/types");
        list.QuerySelector("a[href='/content/types/history/type/Badge']").ShouldNotBeNull();

        using var restored = await client.SubmitAsync((await client.GetPageAsync("/content/types/history/type/Badge/1")).Form());

        ((int)restored.StatusCode).ShouldBe(302);
        (await portal.FieldAsync("Badge", "Metal")).ShouldNotBeNull();
        (await client.GetPageAsync("/content/new/Badge")).QuerySelector("[name='Badge.Metal']").ShouldNotBeNull();
        (await portal.SummariesAsync("Badge")).ShouldContain("Restored version 1 of the content type Badge");
    }

    [Fact]
    public async Task Post_SomebodyElseWasQuicker_IsTold()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Flag");
        await client.AddFieldAsync("Flag", "Pole", "line");
        var form = (await client.GetPageAsync("/content/types/history/part/Flag/1")).Form();
        await client.AddFieldAsync("Flag", "Cloth", "line");

        using var answer = await client.SubmitAsync(form);

        var page = await answer.ReadPageAsync();
        page.Errors()[0].ShouldStartWith("Somebody else changed this");
        page.QuerySelector("main table")!.TextContent.ShouldContain("Field Cloth");
        (await portal.FieldAsync("Flag", "Pole")).ShouldNotBeNull();
    }
}

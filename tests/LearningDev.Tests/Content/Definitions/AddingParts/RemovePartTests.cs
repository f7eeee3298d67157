using System.Text.Json.Nodes;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.AddingParts;

[Requirement("CMS-02")]
public class RemovePartTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/Course/remove-part/LearningPart", "employee")).ShouldBe(403);

    [Theory]
    [InlineData("/content/types/Course/remove-part/LearningPart")]
    [InlineData("/content/types/Course/remove-part/TitlePart")]
    [InlineData("/content/types/Course/remove-part/Nothing")]
    [InlineData("/content/types/Nothing/remove-part/TitlePart")]
    public async Task Get_PartThatStays_IsNotFound(string url) => (await portal.StatusAsync(url, "editor")).ShouldBe(404);

    [Fact]
    public async Task Post_TakenOffAndAddedAgain_BringsItsContentBack()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Map", ("Parts", "MarkdownBodyPart"), ("Parts", "AliasPart"));
        await portal.PublishAsync("Map", new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "Car parks" },
            ["AliasPart"] = new JsonObject { ["Alias"] = "car-parks" },
        }, "map-1");
        var page = await client.GetPageAsync("/content/types/Map/remove-part/AliasPart");
        page.Body!.TextContent.ShouldContain("There is 1 item of this type");

        using var removed = await client.SubmitAsync(page.Form());

        ((int)removed.StatusCode).ShouldBe(302);
        (await client.GetPageAsync("/content/map-1")).QuerySelector("[name='AliasPart.Alias']").ShouldBeNull();
        using var again = await client.SubmitAsync((await client.GetPageAsync("/content/types/Map/add-part")).FormWith("Part"), ("Part", "AliasPart"));
        (await client.GetPageAsync("/content/map-1")).ValueOf("AliasPart.Alias").ShouldBe("car-parks");
    }

    [Fact]
    public async Task Post_SomebodyElseWasQuicker_IsTold()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Chart", ("Parts", "AliasPart"));
        var form = (await client.GetPageAsync("/content/types/Chart/remove-part/AliasPart")).Form();
        using var theirs = await client.SubmitAsync((await client.GetPageAsync("/content/types/Chart/settings")).FormWith("Form.DisplayName"), ("Form.Description", "Theirs"));

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).Errors()[0].ShouldStartWith("Somebody else changed this type");
    }
}

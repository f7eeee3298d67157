using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Versions;

[Requirement("CMS-01")]
public class ItemVersionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_EarlierVersion_ShowsItAsItWasSaved()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("First name", EditorPages.Publish);
        using var changed = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.Publish, ("TitlePart.Title", "Second name"));
        var versions = await client.GetPageAsync($"/content/{id}/versions");
        var addresses = versions.QuerySelectorAll($"tbody a[href^='/content/{id}/versions/']").Select(link => link.GetAttribute("href")!);

        var titles = new List<string>();
        foreach (var address in addresses)
        {
            titles.Add((await client.GetPageAsync(address)).QuerySelector("h1")!.TextContent);
        }

        titles.ShouldContain("First name");
    }

    [Fact]
    public async Task Get_VersionThatIsNotThere_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Only this", EditorPages.Publish);

        using var answer = await client.GetAsync($"/content/{id}/versions/none");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

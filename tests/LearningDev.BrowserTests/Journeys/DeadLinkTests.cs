using System.Text.Json.Nodes;
using LearningDev.Content.Curation.Links;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class DeadLinkTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("Lighthouse Academy", true)]
    [InlineData("Harbour Academy", false)]
    [Requirement("CMS-04")]
    public async Task DeadLink_FoundByAnEditor_IsReplacedWhereverItIsUsed(string title, bool script)
    {
        var host = title.Split(' ')[0].ToLowerInvariant();
        await MakeDeadLinkAsync(title, $"https://{host}.example/old");
        await using var editor = await portal.VisitAsync("editor", script: script);

        await editor.OpenAsync("/content");
        await editor.Page.Locator("#desk-links ~ ul").GetByRole(AriaRole.Link).First.ClickAsync();
        await editor.Page.LoadedAsync();
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = $"https://{host}.example/old" }).ClickAsync();
        await editor.Page.LoadedAsync();
        await editor.ShouldFitTheWidthAsync(390);
        (await editor.Page.GetByText("The page is not there any more").CountAsync()).ShouldBe(1);
        await editor.Page.GetByLabel("New address").FillAsync($"https://{host}.example/new");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Replace", Exact = true }).ClickAsync();
        await editor.Page.LoadedAsync();
        (await editor.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("replaced in 1 item");

        await editor.OpenAsync($"/providers/{host}-academy");
        (await editor.Page.Locator($"main a[href='https://{host}.example/new']").CountAsync()).ShouldBe(1);
        editor.ShouldBeWithoutComplaints();
    }

    private async Task MakeDeadLinkAsync(string title, string url)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var provider = items.New("Provider");
        provider.Content = new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = title },
            ["Provider"] = new JsonObject { ["Website"] = new JsonObject { ["Url"] = url } },
        };
        await items.PublishAsync(provider);
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<LinkRow>().Where(link => link.Url == url).ExecuteUpdateAsync(link => link
            .SetProperty(row => row.State, LinkState.Dead).SetProperty(row => row.Status, 404).SetProperty(row => row.Problem, "The page is not there any more")
            .SetProperty(row => row.FailingSince, new DateOnly(2026, 1, 12)).SetProperty(row => row.FailedDays, 3));
    }
}

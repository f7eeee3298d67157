using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>An editor uploads pictures, describes them, replaces one and puts one into content.</summary>
[Collection(nameof(BrowserPortal))]
[Requirement("CMS-03")]
public class MediaTests(BrowserPortal portal)
{
    // What a browser does when files are dropped; Playwright cannot drag files of the machine.
    private const string Drop = """
        (zone, files) => {
          const data = new DataTransfer()
          for (const file of files) data.items.add(new File([Uint8Array.from(atob(file.base64), c => c.charCodeAt(0))], file.name, { type: 'image/png' }))
          for (const type of ['dragenter', 'dragover', 'drop']) zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
        }
        """;

    [Fact]
    public async Task Upload_DroppedFiles_AreDescribedAndKept()
    {
        await using var editor = await portal.VisitAsync("editor");
        await editor.OpenAsync("/content/media/upload");
        var zone = editor.Page.Locator(".govuk-file-upload-button");
        var files = new[] { ("dropped one.png", 81), ("dropped two.png", 82) }
            .Select(file => new { name = file.Item1, base64 = Convert.ToBase64String(MediaFiles.Picture(file.Item2, 40)) });

        await zone.EvaluateAsync(Drop, files);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await editor.Page.ArriveAsync("**/content/media/describe?**");
        await editor.Page.Locator("input[name='Pictures[0].Text']").FillAsync("The depot");
        await SaveAsync(editor.Page);
        (await editor.Page.Locator(".govuk-error-summary").InnerTextAsync()).ShouldContain("dropped-two.png shows, or tick that it only decorates");
        (await editor.Page.Locator("input[name='Pictures[0].Text']").InputValueAsync()).ShouldBe("The depot");
        await editor.Page.GetByLabel("It only decorates").Nth(1).CheckAsync();
        await SaveAsync(editor.Page);

        editor.PathAndQuery.ShouldBe("/content/media");
        (await editor.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("2 pictures are described");
        editor.ShouldBeWithoutComplaints();
    }

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(true, 390)]
    [InlineData(false, 1280)]
    public async Task Replace_Picture_KeepsTheLinkInContent(bool script, int width)
    {
        var name = $"view-{script}-{width}".ToLowerInvariant();
        await using var editor = await portal.VisitAsync("editor", width: width, script: script);
        await editor.OpenAsync("/content/media/upload");
        await ChooseAsync(editor.Page, "Files", $"{name}.png", MediaFiles.Picture(300 + (width / 10), 200));
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await editor.Page.GetByText("Nobody has said what this picture shows").WaitForAsync();
        await editor.Page.GetByLabel("What the picture shows").FillAsync($"The view {name}");
        await SaveAsync(editor.Page);
        var file = editor.PathAndQuery;
        (await editor.Page.Locator(".app-media-preview").GetAttributeAsync("alt")).ShouldBe($"The view {name}");

        await editor.OpenAsync($"{file}/replace");
        await ChooseAsync(editor.Page, "File", "new.png", MediaFiles.Picture(500, 250, SKColors.Green));
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Replace", Exact = true }).ClickAsync();
        await editor.Page.ArriveAsync($"**{file}");

        (await editor.Page.GetByText("500 × 250").CountAsync()).ShouldBe(1);
        (await editor.Page.Locator($"a[href$='/media/{name}.png']").CountAsync()).ShouldBe(1);
        (await editor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        editor.ShouldBeWithoutComplaints();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_FileOfTheLibrary_IsFoundAndChosen(bool script)
    {
        await using var editor = await portal.VisitAsync("editor", script: script);
        await editor.OpenAsync("/content/managing-stress");
        await editor.Page.GetByLabel("Find a file in the library").First.FillAsync("one-to-one");
        await editor.Page.Locator("button:has-text('Find files')").First.ClickAsync();
        await editor.Page.Locator("[data-media-results] input").First.CheckAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft", Exact = true }).Last.ClickAsync();
        await editor.Page.Locator(".govuk-notification-banner").WaitForAsync();

        (await editor.Page.Locator(".app-media-row").InnerTextAsync()).ShouldContain("one-to-one-agenda.docx");
        await editor.Page.Locator(".app-media-row button").First.ClickAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft", Exact = true }).Last.ClickAsync();
        await editor.Page.Locator(".govuk-notification-banner").WaitForAsync();
        (await editor.Page.Locator(".app-media-row").CountAsync()).ShouldBe(0);
        editor.ShouldBeWithoutComplaints();
    }

    private static Task ChooseAsync(IPage page, string field, string name, byte[] content) =>
        page.Locator($"input[type=file][name='{field}']").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = content });

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.LoadedAsync();
    }
}

using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;

namespace LearningDev.BrowserTests;

/// <summary>One person's visit to the portal, and what the browser complained of while it lasted.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly bool isShared;
    private readonly List<string> complaints = [];
    private IResponse? document;

    private Visit(IBrowserContext context, bool isShared, IPage page)
    {
        this.context = context;
        this.isShared = isShared;
        Page = page;
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) => Listen(message);
        page.PageError += (_, error) => complaints.Add($"script failed: {error}");
        page.Response += (_, response) => Keep(response);
    }

    /// <summary>The page that is open.</summary>
    public IPage Page { get; }

    /// <summary>The path and query of the page that is open.</summary>
    public string PathAndQuery => new Uri(Page.Url).PathAndQuery;

    /// <summary>The status of the page that is open.</summary>
    public int Status => document?.Status ?? 0;

    /// <summary>Starts a visit in a browser of its own, or in one that other visits use after it.</summary>
    internal static async Task<Visit> StartAsync(IBrowserContext context, bool isShared)
    {
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', event => console.error(`${event.violatedDirective} forbids ${event.blockedURI} ${event.sourceFile}`))");
        return new Visit(context, isShared, page);
    }

    /// <summary>Opens a page by its path and waits until everything on it has arrived.</summary>
    public async Task OpenAsync(string path)
    {
        complaints.Clear();
        await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
    }

    /// <summary>Presses a link or button and waits for the page that it leads to.</summary>
    public async Task FollowAsync(ILocator target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IFrame frame)
        {
            if (frame == Page.MainFrame)
            {
                arrived.TrySetResult();
            }
        }

        Page.FrameNavigated += Arrive;
        try
        {
            await target.ClickAsync();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            Page.FrameNavigated -= Arrive;
        }

        await Page.LoadedAsync();
    }

    /// <summary>Presses the button of the page's own part that has a name, the first of several, and waits for the page that it leads to.</summary>
    public Task PressAsync(string name) => FollowAsync(Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First);

    /// <summary>Follows the link of the page's own part whose name has some words, the first of several.</summary>
    public Task FollowLinkAsync(string words) => FollowAsync(Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = words }).First);

    /// <summary>What the page's own part says.</summary>
    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    /// <summary>Asserts that axe finds nothing on the page, and that it fits a width.</summary>
    /// <param name="width">The width in CSS pixels.</param>
    public async Task LookAsync(int width = 1280)
    {
        await Axe.ShouldFindNothingAsync(Page);
        await ShouldFitTheWidthAsync(width);
    }

    /// <summary>Signs in with the demonstration's button; the sign-in page is open.</summary>
    public async Task SignInAsync(string userName)
    {
        var form = Page.Locator("form", new() { Has = Page.Locator($"input[name=userName][value='{userName}']") });
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Page.ArriveAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>The page's HTML as it was sent, before the browser mended or a script changed it.</summary>
    public async Task<string> SourceAsync() => await document!.TextAsync().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Asserts that nothing failed so far: no script, no request, nothing that the content security policy forbids.</summary>
    public void ShouldBeWithoutComplaints() => complaints.ShouldBeEmpty(Page.Url);

    /// <summary>Asserts that the page is not wider than the window, so that nobody has to scroll sideways (WCAG 2.2, 1.4.10).</summary>
    public async Task ShouldFitTheWidthAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, 800);
        var tooWide = await Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
                .map(element => `${element.tagName.toLowerCase()}.${element.className}`).concat(`${document.documentElement.scrollWidth} pixels`)
            """);
        tooWide.ShouldBeEmpty($"{Page.Url} at {width} pixels");
    }

    public async ValueTask DisposeAsync() => await (isShared ? Page.CloseAsync() : context.DisposeAsync().AsTask());

    private void Keep(IResponse response)
    {
        if (response.Request.IsNavigationRequest && response.Frame == Page.MainFrame && response.Status is < 300 or >= 400)
        {
            document = response;
        }
        else if (response.Status >= 400)
        {
            complaints.Add($"{response.Status} for {response.Url}");
        }
    }

    // The browser also tells that a page itself answered, say, 404; pages that ought to are asserted by their status.
    private void Listen(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            complaints.Add($"{message.Type}: {message.Text}");
        }
    }
}

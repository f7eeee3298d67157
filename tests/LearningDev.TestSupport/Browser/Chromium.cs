using LearningDev.TestSupport.Machine;
using Microsoft.Playwright;

namespace LearningDev.TestSupport.Browser;

/// <summary>Debian's Chromium, driven by Playwright. Playwright's own browsers are never downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string InstalledAt = "/usr/bin/chromium-headless-shell";

    // The tests may run as root, where Chromium's sandbox cannot work; they open only the portal's own pages.
    // The rest keeps the browser from calling its maker.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        Browser = browser;
    }

    /// <summary>The running browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>Starts a headless Chromium, installing Debian's package first where that is possible.</summary>
    /// <exception cref="CommandFailedException">Chromium is missing; the message says what to install.</exception>
    public static async Task<Chromium> LaunchAsync()
    {
        var program = await DebianPackages.EnsureAsync("chromium-headless-shell", () => File.Exists(InstalledAt) ? InstalledAt : null);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = Arguments,
            Headless = true,
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>Opens a fresh, signed-out visit (cookies and storage of its own) as a British visitor has it.</summary>
    /// <param name="baseAddress">Where the portal answers, so that pages can be opened by their path.</param>
    /// <param name="change">Changes the options before the visit starts, such as to switch script off.</param>
    public Task<IBrowserContext> VisitAsync(Uri baseAddress, Action<BrowserNewContextOptions>? change = null)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        var options = new BrowserNewContextOptions
        {
            BaseURL = baseAddress.ToString(),
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        };
        change?.Invoke(options);
        return Browser.NewContextAsync(options);
    }

    /// <summary>Closes the browser and Playwright's driver.</summary>
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}

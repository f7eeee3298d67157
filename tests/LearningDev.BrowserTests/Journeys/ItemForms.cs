using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>An editor's form in a browser.</summary>
internal sealed class ItemForms(Visit visit)
{
    private IPage Page => visit.Page;

    public ILocator Title => Page.GetByLabel("Title", new() { Exact = true });

    public ILocator About => Page.GetByRole(AriaRole.Textbox, new() { Name = "About the provider" });

    /// <summary>A button of the toolbar above what is written about the provider.</summary>
    public ILocator Tool(string name) =>
        Page.GetByRole(AriaRole.Toolbar, new() { Name = "Formatting of About the provider" }).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>What the form says of what was typed.</summary>
    public ILocator State => Page.Locator("[data-form-state]");

    /// <summary>Who else is at the item.</summary>
    public ILocator Others => Page.Locator("[data-form-others]");

    /// <summary>Publishes a provider and stays at its form.</summary>
    /// <returns>The form's path.</returns>
    public async Task<string> PublishProviderAsync(string title, string about)
    {
        await visit.OpenAsync("/content/new/Provider");
        await Title.FillAsync(title);
        await About.FillAsync(about);
        await PressAsync("Publish");
        await Assertions.Expect(Page.Locator(".govuk-notification-banner--success")).ToBeVisibleAsync();
        return visit.PathAndQuery;
    }

    /// <summary>Throws unsaved work away.</summary>
    /// <param name="words">What the offer of it says.</param>
    public async Task ThrowAwayAsync(string words)
    {
        var offer = Page.GetByRole(AriaRole.Region, new() { Name = "Unsaved work" }).Filter(new() { HasText = words });
        await offer.GetByRole(AriaRole.Button, new() { Name = "Throw it away", Exact = true }).ClickAsync();
        await Page.LoadedAsync();
    }

    public async Task PressAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Page.LoadedAsync();
    }

    /// <summary>Waits until the form says that what was typed is kept.</summary>
    public Task ShouldSayThatItIsKeptAsync() =>
        Assertions.Expect(State).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Saved (\d{1,2}(:\d\d)?(am|pm)|midday|midnight)$"));
}

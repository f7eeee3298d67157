using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Look;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Platform.Ui.Themes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LearningDev.Platform.Ui.Layout;

/// <summary>What stands around every page: title, theme, name, menu, person.</summary>
public sealed class PageFrame(ISettings settings, InstalledThemes themes, Menu menu, IEnumerable<IMenuCount> counts, CurrentPerson person, IHttpContextAccessor http)
{
    /// <summary>The layout of every page.</summary>
    public const string Layout = "/Platform/Ui/Layout/_Layout.cshtml";

    /// <summary>The layout of a page that must be shown although the database cannot be read.</summary>
    public const string PlainLayout = "/Platform/Ui/Layout/_PlainLayout.cshtml";

    /// <summary>
    /// The key in a page's temporary data of the sentence that the next page shows as a success, for example "Your changes are saved".
    /// </summary>
    public const string Message = "Message";

    /// <summary>The key in a page's view data of the theme that it shows in place of the portal's.</summary>
    internal const string PreviewTheme = "PreviewTheme";

    /// <summary>The key in a page's view data of the colours that it shows in place of the council's.</summary>
    internal const string PreviewColours = "PreviewColours";

    /// <summary>The name of the current person; null when nobody is signed in.</summary>
    public string? PersonName => person.Id is null ? null : person.Name;

    /// <summary>The first letters of the current person's first and last name.</summary>
    public string Initials
    {
        get
        {
            var names = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return names.Length < 2 ? person.Name[..1] : $"{names[0][..1]}{names[^1][..1]}";
        }
    }

    /// <summary>The portal's settings.</summary>
    public Task<SiteSettings> SiteAsync() => settings.GetAsync<SiteSettings>();

    /// <summary>The theme that the settings choose.</summary>
    public async Task<Theme> ThemeAsync() => themes.Chosen(await SiteAsync());

    /// <summary>The council's own colours over the theme.</summary>
    internal async Task<OwnColours> ColoursAsync() => OwnColours.Of(await settings.GetAsync<LookSettings>());

    /// <summary>The council's own logo; null for the theme's.</summary>
    internal async Task<ShownLogo?> LogoAsync() => ShownLogo.Of(await settings.GetAsync<LookSettings>());

    /// <summary>The links of the service navigation, each with its <c>aria-current</c>.</summary>
    /// <returns>"page" for the page itself, "true" for a page below it, null for all others.</returns>
    public async Task<IReadOnlyList<(MenuEntry Entry, string? Current)>> NavigationAsync()
    {
        var path = http.HttpContext?.Request.Path.Value ?? "/";
        var entries = await menu.EntriesAsync(MenuPlace.Main);
        var current = await menu.OfAsync(MenuPlace.Main, path);
        return [.. entries.Select(entry => (entry, entry == current ? path == entry.Url ? "page" : "true" : null))];
    }

    /// <summary>How much waits behind links of the service navigation, by their addresses; what has nothing is left out.</summary>
    /// <param name="shown">The links that the person sees.</param>
    internal async Task<IReadOnlyDictionary<string, MenuCount>> CountsAsync(IEnumerable<MenuEntry> shown)
    {
        var urls = shown.Select(entry => entry.Url).ToHashSet();
        Dictionary<string, MenuCount> found = [];
        foreach (var one in counts.Where(one => urls.Contains(one.Url)))
        {
            if (await one.CountAsync(http.HttpContext?.RequestAborted ?? CancellationToken.None) is { Count: > 0 } count)
            {
                found[one.Url] = count;
            }
        }

        return found;
    }

    /// <summary>The title of the page as the browser's tab shows it, with "Error: " before it when a form was refused.</summary>
    public static string Title(ViewDataDictionary view, string siteName)
    {
        var title = view["Title"] is string { Length: > 0 } given && given != siteName ? $"{given} – {siteName}" : siteName;
        return view.ModelState.IsValid ? title : $"Error: {title}";
    }
}

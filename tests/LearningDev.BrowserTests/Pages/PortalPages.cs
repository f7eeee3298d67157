using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>A page of the portal in a state in which people meet it.</summary>
/// <param name="Name">What the tests call it.</param>
/// <param name="Route">The page's route as its <c>@page</c> line says it, without the leading stroke.</param>
/// <param name="Path">The path at which to open it.</param>
/// <param name="Person">Who looks at it; null for nobody signed in.</param>
/// <param name="Status">The status that it must answer with.</param>
/// <param name="IsMain">True for the pages that are looked at in every theme.</param>
public sealed record PortalPage(string Name, string Route, string Path, string? Person = "employee", int Status = 200, bool IsMain = false)
{
    /// <summary>What the person does on the page before it is looked at; null for nothing.</summary>
    public Func<IPage, Task>? Before { get; init; }

    /// <summary>Opens the page and brings it into its state.</summary>
    internal async Task OpenAsync(Visit visit)
    {
        await visit.OpenAsync(Path);
        if (Before is not null)
        {
            await Before(visit.Page);
            await visit.Page.LoadedAsync();
        }
    }
}

/// <summary>Every page of the portal, by room. <see cref="PageListTests"/> fails when a page of the host is missing here.</summary>
internal static class PortalPages
{
    public static IReadOnlyList<PortalPage> All { get; } =
    [
        .. PlatformPages.All,
        .. CataloguePages.All,
        .. RecognitionPages.All,
        .. FundingPages.All,
        .. VolunteeringPages.All,
        .. CompliancePages.All,
        .. PartnershipsPages.All,
        .. CoachingPages.All,
        .. MentoringPages.All,
        .. MembersHubPages.All,
        .. MembersPages.All,
        .. MemberBudgetPages.All,
        .. ContentPages.All,
        .. CurationPages.All,
        .. ContentTypePages.All,
        .. MediaPages.All,
        .. SheetPages.All,
        .. WorkflowPages.All,
        .. AdministrationPages.All,
        .. WorkflowDesignerPages.All,
    ];

    /// <summary>Goes on to another page of the portal when this one has loaded.</summary>
    public static async Task GoAsync(this IPage page, string path)
    {
        await page.LoadedAsync();
        await page.GotoAsync(new Uri(new Uri(page.Url), path).ToString());
    }
}

using System.Globalization;
using LearningDev.Coaching.Coaches;
using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Pools;

/// <summary>A pool with its rules and its coaches, who can be searched and filtered (COA-01).</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class PoolPageModel(PoolReader pools, ContentRoutes routes, CoachList coaches, ShownFields shown, RolePermissions permissions) : PageModel
{
    private const int LongestWords = 200;

    /// <summary>What can be filtered by, with the name in the address and the label.</summary>
    public static IReadOnlyList<(CoachValueKind Kind, string Name, string Label)> Filters { get; } =
    [
        (CoachValueKind.Theme, "theme", "Theme"), (CoachValueKind.Language, "language", "Language"), (CoachValueKind.Day, "day", "Day"), (CoachValueKind.Place, "place", "Place"),
        (CoachValueKind.Approach, "approach", "Approach"),
    ];

    public Pool Pool { get; private set; } = null!;

    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public CoachWords Words { get; private set; } = null!;

    public CoachFilter Filter { get; private set; } = null!;

    public CoachPage List { get; private set; } = null!;

    /// <summary>True when the person may ask in the pool, not only look at it.</summary>
    public bool MayAsk { get; private set; }

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "q")] string? words, [FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        ModelState.Clear();
        var id = await routes.FindAsync(CoachingLinks.PoolBeginning + slug, cancellation) ?? slug;
        if (await pools.FindSeenAsync(id, cancellation) is not { } pool)
        {
            return NotFound();
        }

        var path = pool.Item.As<AutoroutePart>().Path;
        if (!string.Equals(path, CoachingLinks.PoolBeginning + slug, StringComparison.OrdinalIgnoreCase))
        {
            return LocalRedirectPermanent($"/{path}");
        }

        Pool = pool;
        Words = await coaches.WordsAsync(cancellation);
        Filter = new CoachFilter(
            Short(words), Filters.Select(one => (one.Kind, Value: Request.Query[one.Name].ToString())).Where(one => Words.Of(one.Kind).Any(choice => choice.Value == one.Value)).ToDictionary(one => one.Kind, one => one.Value));
        List = await coaches.FindAsync(pool.Id, Filter, Words, int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
        Fields = await shown.OfPageAsync(pool.Item, unsaid: true, cancellation);
        MayAsk = await pools.MayAskAsync(pool, cancellation);
        MayEdit = await permissions.MayAsync(User, ContentModule.EditContent.Name);
        return Page();
    }

    public string UrlOfPage(int page) => Url.Content("~" + Pool.Url) + QueryString.Create(
        Filters.Select(one => KeyValuePair.Create(one.Name, (string?)Filter.Of(one.Kind)))
            .Append(KeyValuePair.Create("q", (string?)Filter.Words)).Append(KeyValuePair.Create("p", (string?)page.ToString(CultureInfo.InvariantCulture)))
            .Where(pair => pair.Value!.Length > 0));

    private static string Short(string? text) => (text ?? "").Replace('\0', ' ').Trim() is var words && words.Length <= LongestWords ? words : words[..LongestWords];
}

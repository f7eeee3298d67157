using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Fields.Picking;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Writing;

/// <summary>Finds what a text can link to. The id of what is found is its address.</summary>
internal sealed class LinkSearch(PortalDb db, ContentDefinitions definitions, ItemVisibility visibility)
{
    private const int MostWords = 10;

    /// <summary>Published items that have a page of their own, by words of the title.</summary>
    public async Task<PickMatches> PagesAsync(string typed, CancellationToken cancellation)
    {
        var words = Words(typed);
        if (words.Count == 0)
        {
            return PickMatches.None;
        }

        var set = await definitions.GetAsync(cancellation);
        List<string> types = [.. set.TypesWith(nameof(AutoroutePart))];
        // EF Core turns ToLower into SQL's lower; the forms with a culture are not for it.
#pragma warning disable CA1304, CA1311, CA1862
        var rows = words.Aggregate(
            await visibility.SeenAsync(db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Published && types.Contains(row.ContentType)), row => row.ContentItemId, cancellation),
            (found, word) => found.Where(row => row.DisplayText.ToLower().Contains(word)));
        var first = words[0];
        rows = rows.OrderBy(row => row.DisplayText.ToLower().StartsWith(first) ? 0 : 1).ThenBy(row => row.DisplayText).ThenBy(row => row.ContentItemId);
#pragma warning restore CA1304, CA1311, CA1862
        var items = (await rows.Take(PickMatches.Most + 1).ToListAsync(cancellation)).Select(row => row.ToItem());
        return PickMatches.Of(
        [
            .. from item in items
               let path = item.As<AutoroutePart>().Path
               where path.Length > 0
               select new Pick($"/{path}", item.DisplayText, set.FindType(item.ContentType)?.DisplayName ?? item.ContentType),
        ]);
    }

    private static List<string> Words(string typed) => [.. typed.ToLowerInvariant().Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
}

using System.Globalization;
using System.Text;
using LearningDev.Content.Definitions;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items;

/// <summary>Gives items their addresses. An address belongs to one item; the address an item had before leads to the one it has.</summary>
public sealed class ContentRoutes(PortalDb db, ContentDefinitions definitions, IActionDescriptorCollectionProvider pages)
{
    // "-99999": addresses made from titles leave room for a number.
    private const int NumberLength = 6;

    private readonly Lazy<HashSet<string>> portalPaths = new(() => pages.ActionDescriptors.Items
        .Select(page => page.AttributeRouteInfo?.Template?.Trim('/')).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Finds the id of the item that has or had an address; null when none did.</summary>
    public Task<string?> FindAsync(string path, CancellationToken cancellation = default)
    {
        var wanted = path.Trim('/').ToLowerInvariant();
        return db.Set<ContentRoute>().Where(route => route.Path == wanted).Select(route => route.ContentItemId).SingleOrDefaultAsync(cancellation)!;
    }

    /// <summary>Makes an address part out of words: lower case, letters and digits, hyphens between.</summary>
    public static string Slug(string words)
    {
        var slug = new StringBuilder();
        foreach (var character in SearchWords.OnlyCharacters(words).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                && character is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-').Normalize(NormalizationForm.FormC);
    }

    /// <summary>Gives the items their addresses: those they ask for, or free ones made from their titles.</summary>
    internal async Task ClaimAsync(IReadOnlyList<ContentItem> items, bool publish, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        List<ContentItem> routed = [];
        List<(ContentItem Item, string Path)> wishes = [];
        var claimed = new Dictionary<string, string>();
        foreach (var item in items)
        {
            if (set.FindType(item.ContentType)?.Parts.Find(part => part.PartName == nameof(AutoroutePart)) is not { } part)
            {
                continue;
            }

            routed.Add(item);
            var pattern = part.Settings.Read<AutoroutePartSettings>().Pattern;
            if (Chosen(item, pattern) is not { } path)
            {
                wishes.Add((item, Fill(pattern, item)));
            }
            else if (!IsOfThePortal(path) && claimed.TryAdd(path, item.ContentItemId))
            {
                item.Alter<AutoroutePart>(route => route.Path = path);
            }
            else
            {
                throw Taken(path);
            }
        }

        await FindFreeAsync(wishes, claimed, cancellation);
        List<string> ids = [.. routed.Select(item => item.ContentItemId)];
        List<string> paths = [.. claimed.Keys];
        var known = await db.Set<ContentRoute>().Where(route => ids.Contains(route.ContentItemId) || paths.Contains(route.Path)).ToListAsync(cancellation);
        if (known.Find(route => claimed.TryGetValue(route.Path, out var claimer) && claimer != route.ContentItemId) is { } foreign)
        {
            throw Taken(foreign.Path);
        }

        var own = known.ToDictionary(route => route.Path);
        db.RemoveRange(known.Where(route => !claimed.ContainsKey(route.Path) && !route.WasPublished));
        foreach (var (path, id) in claimed)
        {
            if (!own.TryGetValue(path, out var route))
            {
                route = new ContentRoute { Path = path, ContentItemId = id };
                db.Add(route);
            }

            route.WasPublished |= publish;
        }
    }

    internal async Task ReleaseAsync(string contentItemId, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<ContentRoute>().Where(route => route.ContentItemId == contentItemId).ToListAsync(cancellation));

    /// <summary>The address that an item asks for, in the form of its type; null when it asks for none.</summary>
    private static string? Chosen(ContentItem item, string pattern)
    {
        var path = item.As<AutoroutePart>().Path.Trim('/').ToLowerInvariant();
        var beginning = pattern.Split("{{")[0];
        if (path.Length == 0)
        {
            return null;
        }

        if (!path.Contains('/'))
        {
            return beginning + path;
        }

        return path.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && !path[beginning.Length..].Contains('/')
            ? path
            : throw new ContentInvalidException([new ContentError("AutoroutePart.Path", $"Address must be {beginning} and then one word, or words with hyphens between them")]);
    }

    /// <summary>True for the address of one of the portal's own pages, such as "catalogue/pathways": an item there would never be shown.</summary>
    private bool IsOfThePortal(string path) => portalPaths.Value.Contains(path);

    private static string Fill(string pattern, ContentItem item)
    {
        var open = pattern.IndexOf("{{", StringComparison.Ordinal);
        var close = pattern.IndexOf("}}", StringComparison.Ordinal);
        var slug = Slug(item.DisplayText) is { Length: > 0 } words ? words : item.ContentItemId;
        var path = open < 0 || close < open ? $"{pattern.TrimEnd('/')}/{slug}" : $"{pattern[..open]}{slug}{pattern[(close + 2)..]}";
        return path.Length <= AutoroutePart.MaximumLength - NumberLength ? path : path[..(AutoroutePart.MaximumLength - NumberLength)].TrimEnd('-');
    }

    /// <summary>Finds free addresses: as wished, or with the lowest free number added.</summary>
    private async Task FindFreeAsync(IReadOnlyList<(ContentItem Item, string Path)> wishes, Dictionary<string, string> claimed, CancellationToken cancellation)
    {
        if (wishes.Count == 0)
        {
            return;
        }

        var owners = await OwnersAsync([.. wishes.Select(wish => wish.Path).Distinct()], cancellation);
        foreach (var group in wishes.GroupBy(wish => wish.Path))
        {
            // How many of the numbered addresses have been looked up; thousands of one title take a few queries, not one each.
            var known = 1;
            var number = 1;
            foreach (var (item, wanted) in group)
            {
                var path = Numbered(wanted, number);
                while (claimed.ContainsKey(path) || IsOfThePortal(path) || (owners.TryGetValue(path, out var owner) && owner != item.ContentItemId))
                {
                    number++;
                    if (number > known)
                    {
                        var next = Enumerable.Range(known + 1, known * 9).Select(free => Numbered(wanted, free)).ToList();
                        known += next.Count;
                        foreach (var (taken, by) in await OwnersAsync(next, cancellation))
                        {
                            owners[taken] = by;
                        }
                    }

                    path = Numbered(wanted, number);
                }

                claimed.Add(path, item.ContentItemId);
                item.Alter<AutoroutePart>(route => route.Path = path);
            }
        }
    }

    private static string Numbered(string wanted, int number) => number == 1 ? wanted : $"{wanted}-{number}";

    private Task<Dictionary<string, string>> OwnersAsync(IReadOnlyList<string> paths, CancellationToken cancellation) => db.Set<ContentRoute>()
        .Where(route => EF.Parameter(paths).Contains(route.Path))
        .ToDictionaryAsync(route => route.Path, route => route.ContentItemId, cancellation);

    private static ContentInvalidException Taken(string path) =>
        new([new ContentError("AutoroutePart.Path", $"The address {path} is used by another page. Choose a different one")]);
}

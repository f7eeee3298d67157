using System.Globalization;
using System.Text;
using LearningDev.Content.Definitions;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items;

/// <summary>Gives items their addresses. An address belongs to one item; the address an item had before leads to the one it has.</summary>
public sealed class ContentRoutes(PortalDb db, ContentDefinitions definitions, IEnumerable<ReservedAddress> reserved)
{
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

    internal async Task ClaimAsync(ContentItem item, bool publish, CancellationToken cancellation)
    {
        var type = (await definitions.GetAsync(cancellation)).FindType(item.ContentType);
        if (type?.Parts.Find(part => part.PartName == nameof(AutoroutePart)) is not { } part)
        {
            return;
        }

        var path = item.As<AutoroutePart>().Path.Trim('/').ToLowerInvariant();
        var pattern = part.Settings.Read<AutoroutePartSettings>().Pattern;
        var beginning = pattern.Split("{{")[0];
        if (path.Length == 0)
        {
            path = await FreePathAsync(Fill(pattern, item), item.ContentItemId, cancellation);
        }
        else if (!path.Contains('/'))
        {
            path = beginning + path;
        }
        else if (!path.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) || path[beginning.Length..].Contains('/'))
        {
            throw new ContentInvalidException([new ContentError("AutoroutePart.Path", $"Address must be {beginning} and then one word, or words with hyphens between them")]);
        }

        if (IsReserved(path))
        {
            throw new ContentInvalidException([new ContentError("AutoroutePart.Path", $"The address {path} is used by a page of the portal. Choose a different one")]);
        }

        item.Alter<AutoroutePart>(route => route.Path = path);
        var own = await db.Set<ContentRoute>().Where(route => route.ContentItemId == item.ContentItemId || route.Path == path).ToListAsync(cancellation);
        if (own.Find(route => route.Path == path && route.ContentItemId != item.ContentItemId) is not null)
        {
            throw new ContentInvalidException([new ContentError("AutoroutePart.Path", $"The address {path} is used by another page. Choose a different one")]);
        }

        db.RemoveRange(own.Where(route => route.Path != path && !route.WasPublished));
        var claimed = own.Find(route => route.Path == path);
        if (claimed is null)
        {
            claimed = new ContentRoute { Path = path, ContentItemId = item.ContentItemId };
            db.Add(claimed);
        }

        claimed.WasPublished |= publish;
    }

    internal async Task ReleaseAsync(string contentItemId, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<ContentRoute>().Where(route => route.ContentItemId == contentItemId).ToListAsync(cancellation));

    private static string Fill(string pattern, ContentItem item)
    {
        var open = pattern.IndexOf("{{", StringComparison.Ordinal);
        var close = pattern.IndexOf("}}", StringComparison.Ordinal);
        var slug = Slug(item.DisplayText) is { Length: > 0 } words ? words : item.ContentItemId;
        var path = open < 0 || close < open ? $"{pattern.TrimEnd('/')}/{slug}" : $"{pattern[..open]}{slug}{pattern[(close + 2)..]}";
        return path.Length <= AutoroutePart.MaximumLength - 4 ? path : path[..(AutoroutePart.MaximumLength - 4)].TrimEnd('-');
    }

    private bool IsReserved(string path) => reserved.Any(address => address.Path == path);

    private async Task<string> FreePathAsync(string wanted, string contentItemId, CancellationToken cancellation)
    {
        var taken = await db.Set<ContentRoute>()
            .Where(route => route.Path.StartsWith(wanted) && route.ContentItemId != contentItemId)
            .Select(route => route.Path)
            .ToHashSetAsync(cancellation);
        var path = wanted;
        for (var number = 2; taken.Contains(path) || IsReserved(path); number++)
        {
            path = $"{wanted}-{number}";
        }

        return path;
    }
}

/// <summary>An address among those of content at which a page of the portal stands, so that no item may have it. Modules add theirs to the services.</summary>
/// <param name="Path">The path below the portal's root without a leading slash, for example "catalogue/saved".</param>
public sealed record ReservedAddress(string Path);

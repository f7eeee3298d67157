using System.Globalization;
using LearningDev.Content.Markdown;
using LearningDev.Content.Media.Browsing;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Showing;

/// <summary>
/// Shows what editors wrote in Markdown with the pictures and recordings of the library: a browser fetches a picture in the width that the screen needs, and a video plays
/// with its captions and transcript.
/// </summary>
public sealed class MediaProse
{
    private const string Address = "/media/";
    private const string Sizes = "(min-width: 40.0625em) 40rem, 100vw";

    private readonly PortalDb db;
    private readonly MediaListing listing;
    private readonly ISettings settings;
    private readonly IHttpContextAccessor http;

    internal MediaProse(PortalDb db, MediaListing listing, ISettings settings, IHttpContextAccessor http)
    {
        this.db = db;
        this.listing = listing;
        this.settings = settings;
        this.http = http;
    }

    private string BasePath => http.HttpContext?.Request.PathBase.Value ?? "";

    /// <summary>Makes HTML of Markdown. All files that it names are read in two queries at most.</summary>
    public async Task<IHtmlContent> RenderAsync(string? markdown, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(markdown) || !markdown.Contains(Address, StringComparison.Ordinal))
        {
            return MarkdownText.ToHtml(markdown);
        }

        var document = MarkdownText.Parse(markdown);
        var images = document.Descendants<LinkInline>().Where(link => link.IsImage && PathOf(link.Url) is not null).ToList();
        var files = await listing.ByPathsAsync([.. images.Select(image => PathOf(image.Url)!).Distinct()], cancellation);
        var players = await PlayersAsync([.. files.Values.Where(file => file.Kind is MediaKind.Video or MediaKind.Audio).DistinctBy(file => file.Id)], cancellation);
        var widths = (await settings.GetAsync<MediaSettings>(cancellation)).OrderedWidths.ToList();
        foreach (var image in images)
        {
            if (files.TryGetValue(PathOf(image.Url)!, out var file))
            {
                Show(image, file, players.GetValueOrDefault(file.Id), widths);
            }
        }

        return MarkdownText.ToHtml(document);
    }

    /// <summary>How files named by an item's field are played; those that are no recordings, or are gone, are left out.</summary>
    /// <param name="paths">The paths, as the item has them.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The players by path, as HTML.</returns>
    public async Task<IReadOnlyDictionary<string, IHtmlContent>> PlayersAsync(IReadOnlyList<string> paths, CancellationToken cancellation = default)
    {
        var files = await listing.ByPathsAsync([.. paths.Where(IsRecording).Distinct()], cancellation);
        var players = await PlayersAsync([.. files.Values.DistinctBy(file => file.Id)], cancellation);
        return files.Where(pair => players.ContainsKey(pair.Value.Id)).ToDictionary(pair => pair.Key, pair => players[pair.Value.Id].ToHtml());
    }

    internal async Task<IReadOnlyDictionary<string, MediaPlayer>> PlayersAsync(IReadOnlyList<MediaFile> recordings, CancellationToken cancellation)
    {
        List<string> ids = [.. recordings.Select(file => file.Id)];
        var captions = ids.Count == 0 ? [] : await db.Set<MediaCaptions>().Where(one => ids.Contains(one.FileId)).OrderBy(one => one.Language)
            .Select(one => new { one.FileId, one.Language }).ToListAsync(cancellation);
        var languages = captions.ToLookup(one => one.FileId, one => one.Language);
        return recordings.ToDictionary(file => file.Id, file => new MediaPlayer(file, [.. languages[file.Id].OrderBy(code => code == "en" ? 0 : 1)], BasePath));
    }

    private void Show(LinkInline image, MediaFile file, MediaPlayer? player, List<int> widths)
    {
        if (player is not null)
        {
            Play(image, file, player);
        }
        else if (file.Kind != MediaKind.Picture)
        {
            // A document is no picture: it is linked.
            image.IsImage = false;
        }
        else
        {
            ShowPicture(image, file, widths);
        }
    }

    private void ShowPicture(LinkInline image, MediaFile file, List<int> widths)
    {
        var attributes = image.GetAttributes();
        attributes.AddClass("app-picture");
        // Of files that an earlier version kept, the size is not known.
        if (file is { Width: { } width, Height: { } height })
        {
            attributes.AddProperty("width", width.ToString(CultureInfo.InvariantCulture));
            attributes.AddProperty("height", height.ToString(CultureInfo.InvariantCulture));
        }

        attributes.AddProperty("loading", "lazy");
        attributes.AddProperty("decoding", "async");
        var smaller = widths.Where(narrow => narrow < file.Width).ToList();
        if (smaller.Count > 0)
        {
            attributes.AddProperty("srcset", string.Join(", ", smaller.Select(narrow => $"{BasePath}{MediaLinks.Of(file, narrow)} {narrow}w").Append($"{BasePath}{MediaLinks.Of(file)} {file.Width}w")));
            attributes.AddProperty("sizes", Sizes);
        }

        image.Url = BasePath + MediaLinks.Of(file);
        if (image.FirstChild is null && !file.IsDecorative)
        {
            image.AppendChild(new LiteralInline(file.AlternativeText));
        }
    }

    // A player is no part of a paragraph. Where words stand around it, there is a link to it.
    private static void Play(LinkInline image, MediaFile file, MediaPlayer player)
    {
        if (image.Parent?.ParentBlock is ParagraphBlock { Parent: { } around } paragraph && image.PreviousSibling is null && image.NextSibling is null && image.Parent is ContainerInline { Parent: null })
        {
            var html = new HtmlBlock(parser: null) { Lines = new Markdig.Helpers.StringLineGroup(player.ToHtml(Words(image)).ToString()!) };
            around[around.IndexOf(paragraph)] = html;
            return;
        }

        image.IsImage = false;
        if (image.FirstChild is null)
        {
            image.AppendChild(new LiteralInline(player.Name));
        }
    }

    private static string Words(LinkInline image) => string.Concat(image.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    private static bool IsRecording(string path) => Checking.FileKind.Of(path)?.Kind is MediaKind.Video or MediaKind.Audio;

    private static string? PathOf(string? url) =>
        url?.StartsWith(Address, StringComparison.Ordinal) == true ? Uri.UnescapeDataString(url[Address.Length..].Split('?', '#')[0]) : null;
}

using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Markdown;
using LearningDev.Content.Media.Showing;
using LearningDev.Content.Search;
using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.MembersHub.Resources;

/// <summary>
/// What is no page: all files of a resource in one (<c>/members/resources/{slug}/files.zip</c>), and titles for completing what is typed
/// (<c>/api/members/suggest?q=lead</c>). Neither has anything that the person may not see.
/// </summary>
internal static class ResourceApi
{
    private const string About = "About this resource.txt";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{HubLinks.Resources}/{{slug}}/files.zip", ZipAsync)
            .WithMetadata(new CostlyAttribute())
            .RequireAuthorization(new RequiresPermissionAttribute(MembersHubModule.ViewMembersHub.Name));
        routes.MapGet(HubLinks.SuggestApi, SuggestAsync)
            .WithMetadata(new CostlyAttribute())
            .RequireAuthorization(new RequiresPermissionAttribute(MembersHubModule.ViewMembersHub.Name));
    }

    private static async Task<IResult> ZipAsync(string slug, VisibleItems items, MediaFiles media, HttpContext http, CancellationToken cancellation)
    {
        if (await items.AtAsync(nameof(HubResource), HubLinks.ResourceBeginning + slug, cancellation) is not { } item || await media.FindAsync(item.As<HubResource>().Files, cancellation) is not { Count: > 0 } files)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        var part = item.As<HubResource>();
        string[] about = [item.DisplayText, part.Summary.Text ?? "", ResourceCard.EventWords(part), part.Link.Url ?? "", MarkdownText.ToPlainText(item.As<MarkdownBodyPart>().Markdown)];
        var text = string.Join("\n\n", about.Where(line => line.Length > 0));
        return Results.Stream(stream => media.WriteZipAsync(stream, files, About, text, cancellation), "application/zip", $"{slug}.zip");
    }

    private static async Task<IResult> SuggestAsync(HttpContext http, ResourceSearch resources, ISettings settings, CancellationToken cancellation)
    {
        var most = (await settings.GetAsync<SearchSettings>(cancellation)).SuggestedTitles;
        var titles = await resources.SuggestAsync(http.Request.Query["q"].ToString(), most, cancellation);
        // Kept while somebody types and deletes; another person at the same browser has another cookie.
        http.Response.Headers.CacheControl = "private, max-age=60";
        http.Response.Headers.Vary = "Cookie";
        return TypedResults.Ok(new SuggestedTitles(titles));
    }
}

/// <summary>The answer of the suggestions.</summary>
/// <param name="Titles">Titles of resources, the likeliest first; no more than the settings say.</param>
internal sealed record SuggestedTitles(IReadOnlyList<string> Titles);

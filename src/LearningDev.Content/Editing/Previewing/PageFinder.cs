using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace LearningDev.Content.Editing.Previewing;

/// <summary>Finds the page that stands at an address, as routing does.</summary>
internal sealed class PageFinder(EndpointDataSource endpoints, PageLoader loader)
{
    /// <summary>The page at an address with the values of its route; null when there is none.</summary>
    public async Task<FoundPage?> FindAsync(PathString path)
    {
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .OrderBy(endpoint => endpoint.Order).ThenBy(endpoint => endpoint.RoutePattern.InboundPrecedence))
        {
            var values = new RouteValueDictionary();
            if (!new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, values))
            {
                continue;
            }

            foreach (var (name, value) in endpoint.RoutePattern.RequiredValues.Where(pair => pair.Value is not null))
            {
                values[name] = value;
            }

            // What the page's class asks for, such as a permission, is known when the page is loaded; of a page that was compiled beforehand, at once.
            var loaded = await loader.LoadAsync(endpoint.Metadata.GetMetadata<PageActionDescriptor>()!, endpoint.Metadata);
            return new FoundPage(loaded.Endpoint ?? endpoint, values);
        }

        return null;
    }
}

/// <summary>A page with the values of its route.</summary>
internal sealed record FoundPage(Endpoint Endpoint, RouteValueDictionary Values);

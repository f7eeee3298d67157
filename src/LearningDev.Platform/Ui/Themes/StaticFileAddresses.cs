using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.Ui.Themes;

/// <summary>Addresses of static files.</summary>
public static class StaticFileAddresses
{
    /// <summary>
    /// The address under which a browser may keep a static file for good, as it carries the fingerprint of the file's content;
    /// the plain address when the host maps its pages without static assets.
    /// </summary>
    /// <param name="context">The request that the page answers.</param>
    /// <param name="path">The file below the portal's root, without a leading slash.</param>
    public static string StaticFile(this HttpContext context, string path)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.PathBase}/{assets?[path] ?? path}";
    }
}

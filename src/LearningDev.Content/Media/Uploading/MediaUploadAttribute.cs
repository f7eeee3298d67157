using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Media.Uploading;

/// <summary>
/// Lets a page take files as large as the settings allow and no larger. It reads the form, before anything else does: what is larger than 64 kilobytes goes to a file of
/// the host's temporary folder, and whoever sends too much is stopped as soon as it is too much, and told so (413).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MediaUploadAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int FieldsAround = 1024 * 1024;

    // Before the antiforgery filter, which would tell of a request that is too large as of a form that cannot be read.
    private const int BeforeAntiforgery = 900;

    public int Order => BeforeAntiforgery;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return;
        }

        var settings = await context.HttpContext.RequestServices.GetRequiredService<ISettings>().GetAsync<MediaSettings>(context.HttpContext.RequestAborted);
        var most = settings.LargestOfAll + FieldsAround;
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = most;
        }

        context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = most }));
        try
        {
            await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            // Not the form that it says it is: the filter that comes next says so.
        }
    }
}

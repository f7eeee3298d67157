using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Content.Editing.Previewing;

/// <summary>
/// Shows the newest version of an item on its own page, as a person of a chosen kind would see it: the version is published in a transaction, the page is
/// rendered for that person, and the transaction is rolled back. Nobody else sees anything of it, and nothing on the page can be sent.
/// </summary>
internal sealed class PagePreview(
    PortalDb db, ContentItems items, PreviewKinds kinds, Features features, PageFinder pages, ItemVisibility visibility, IAuthorizationPolicyProvider policies, IPolicyEvaluator evaluator)
{
    // The portal's own policy, but that no form can be sent and no script can ask for anything.
    private const string Inert =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; manifest-src 'self'; "
        + "form-action 'none'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/content/{id}/preview/page", (string id, string? @as, HttpContext context, PagePreview preview) => preview.ShowAsync(id, @as ?? "", context))
        .RequireAuthorization(new RequiresPermissionAttribute(ContentModule.EditContent.Name));

    private async Task ShowAsync(string id, string key, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await items.FindAsync(id, VersionChoice.Latest, cancellation) is not { } item || await visibility.IsHiddenAsync(id, cancellation)
            || (await kinds.ListAsync(context.User, cancellation)).FirstOrDefault(kind => kind.Key == key) is not { } kind)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            item = await items.PretendPublishedAsync(id, cancellation) ?? item;
            db.ChangeTracker.Clear();
            await ShowAsync(item, kind, context);
        }
        catch (ContentInvalidException)
        {
            Answer(context, item, kind, PreviewAnswer.NoAddress);
        }
        finally
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
        }
    }

    private async Task ShowAsync(ContentItem item, PreviewKind kind, HttpContext context)
    {
        if (item.As<AutoroutePart>().Path is not { Length: > 0 } path || await pages.FindAsync($"/{path}") is not { } page)
        {
            Answer(context, item, kind, PreviewAnswer.NoPage);
            return;
        }

        var (editor, earlier, address, query, values) = (context.User, context.GetEndpoint(), context.Request.Path, context.Request.QueryString, context.Request.RouteValues);
        try
        {
            context.User = PreviewKinds.PersonOf(kind);
            if (await RefusalAsync(page.Endpoint, context) is { } refusal)
            {
                Answer(context, item, kind, refusal);
                return;
            }

            context.Features.Set(new PreviewedPage(item.ContentItemId, kind.Name));
            context.Response.Headers.ContentSecurityPolicy = Inert;
            context.Response.Headers.CacheControl = "no-store";
            context.SetEndpoint(page.Endpoint);
            context.Request.Path = $"/{path}";
            context.Request.QueryString = QueryString.Empty;
            context.Request.RouteValues = page.Values;
            await page.Endpoint.RequestDelegate!(context);
            if (!context.Response.HasStarted && context.Response.StatusCode != StatusCodes.Status200OK)
            {
                Answer(context, item, kind, PreviewAnswer.NotFound);
            }
        }
        finally
        {
            context.User = editor;
            context.SetEndpoint(earlier);
            context.Request.Path = address;
            context.Request.QueryString = query;
            context.Request.RouteValues = values;
        }
    }

    /// <summary>What a person is told in the place of the page; null when the person may see it.</summary>
    private async Task<PreviewAnswer?> RefusalAsync(Endpoint endpoint, HttpContext context)
    {
        if (!await features.IsOnAsync(endpoint, context.RequestAborted))
        {
            return PreviewAnswer.NotFound;
        }

        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return null;
        }

        var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()) ?? await policies.GetFallbackPolicyAsync();
        if (policy is null)
        {
            return null;
        }

        var signedIn = context.User.Identity?.IsAuthenticated == true
            ? AuthenticateResult.Success(new AuthenticationTicket(context.User, "Preview"))
            : AuthenticateResult.NoResult();
        var result = await evaluator.AuthorizeAsync(policy, signedIn, context, endpoint);
        return result.Succeeded ? null : result.Challenged ? PreviewAnswer.SignIn : PreviewAnswer.Forbidden;
    }

    private static void Answer(HttpContext context, ContentItem item, PreviewKind kind, PreviewAnswer answer)
    {
        context.Response.Clear();
        context.Response.Redirect($"{context.Request.PathBase}{ContentLinks.Preview(item.ContentItemId, kind.Key, answer)}");
    }
}

/// <summary>What a person of a kind sees in the place of an item's page.</summary>
internal enum PreviewAnswer
{
    /// <summary>Items of the type have no page of their own.</summary>
    NoPage,

    /// <summary>Another item has the address that this one wants.</summary>
    NoAddress,

    /// <summary>The person is asked to sign in.</summary>
    SignIn,

    /// <summary>The person is told that the page is not for them.</summary>
    Forbidden,

    /// <summary>The person is told that there is no such page.</summary>
    NotFound,
}

/// <summary>Marks a request whose answer is a preview.</summary>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="Kind">The kind of person in words.</param>
internal sealed record PreviewedPage(string ContentItemId, string Kind);

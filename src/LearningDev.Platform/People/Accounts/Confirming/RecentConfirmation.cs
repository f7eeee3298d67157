using LearningDev.Platform.People.Accounts.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.People.Accounts.Confirming;

/// <summary>
/// Asks somebody to prove once more who they are before they change how they sign in (NIST SP 800-63B, 4.1.2), unless they have done so a short while ago:
/// a screen that was left open is not enough.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RecentConfirmationAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var limit = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? RecentConfirmation.WhenOpening : RecentConfirmation.WhenChanging;
        if (RecentConfirmation.Is(context.HttpContext, limit))
        {
            await next();
        }
        else
        {
            context.Result = new LocalRedirectResult("~/account/confirm" + new QueryBuilder { { "returnUrl", request.Path.Value! } });
        }
    }
}

/// <summary>How long ago somebody may have proved who they are.</summary>
internal static class RecentConfirmation
{
    /// <summary>When a page is opened.</summary>
    public static readonly TimeSpan WhenOpening = TimeSpan.FromMinutes(15);

    /// <summary>When a form is sent: longer, so that nobody who has opened it is asked in the middle.</summary>
    public static readonly TimeSpan WhenChanging = TimeSpan.FromMinutes(60);

    /// <summary>True when the person of the request has proved who they are within the time.</summary>
    public static bool Is(HttpContext http, TimeSpan within) => http.Features.Get<CurrentSession>() is { } session
        && http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - session.ConfirmedUtc <= within;
}

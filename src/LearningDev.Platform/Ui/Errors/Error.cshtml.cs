using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Ui.Errors;

/// <summary>
/// Says in plain words what went wrong (GOV.UK Design System, "Page not found" and "Problem with the service").
/// The host re-executes it for every refused or failed request, whatever its method was.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel : PageModel
{
    /// <summary>The status code. It is not bound: binding stops short when the refused form itself cannot be read.</summary>
    public int Code => int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

    public Problem Problem => Problem.Of(Code);

    /// <summary>The id under which the server's log tells of this request.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.StatusCode = Code;

        // What the person had typed wrong is the first request's; it must not colour this page's title.
        ModelState.Clear();
    }
}

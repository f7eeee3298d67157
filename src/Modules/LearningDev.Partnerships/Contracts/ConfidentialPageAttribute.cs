using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningDev.Partnerships.Contracts;

/// <summary>For pages that read or keep words in confidence: while the portal has no key for them, the page says so in plain words, and nothing of what was asked for is done.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConfidentialPageAttribute : ExceptionFilterAttribute
{
    /// <inheritdoc />
    public override void OnException(ExceptionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Exception is ConfidentialKeyMissingException)
        {
            context.Result = new ViewResult { ViewName = "/Partnerships/Confidence/KeyMissing.cshtml", StatusCode = StatusCodes.Status503ServiceUnavailable };
            context.ExceptionHandled = true;
        }
    }
}

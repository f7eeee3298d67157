using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningDev.Platform.Hosting;

/// <summary>Refuses a form with what nobody types and PostgreSQL cannot keep: the character U+0000.</summary>
internal sealed class NulCharacterFilter : IAsyncResourceFilter
{
    private const char Nul = '\0';

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType
            && !IsErrorPage(context.HttpContext)
            && (await request.ReadFormAsync(context.HttpContext.RequestAborted)).Any(field => HasNul(field.Key) || field.Value.Any(HasNul)))
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }

    // The page that says what was wrong with a form stands in the form's own request.
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool HasNul(string? text) => text?.Contains(Nul, StringComparison.Ordinal) ?? false;
}

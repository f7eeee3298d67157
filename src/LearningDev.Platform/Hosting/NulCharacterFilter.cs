using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningDev.Platform.Hosting;

/// <summary>Refuses a form that cannot be read, or has what nobody types and PostgreSQL cannot keep: the character U+0000.</summary>
internal sealed class NulCharacterFilter : IAsyncResourceFilter
{
    private const char Nul = '\0';

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!IsErrorPage(context.HttpContext) && !await IsReadableAsync(context.HttpContext.Request))
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }

    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        try
        {
            return !request.HasFormContentType
                || !(await request.ReadFormAsync(request.HttpContext.RequestAborted)).Any(field => HasNul(field.Key) || field.Value.Any(HasNul));
        }
        catch (InvalidDataException)
        {
            // Not the form that its headers announce, or one with more fields than any form of the portal has.
            return false;
        }
    }

    // The page that says what was wrong with a form stands in the form's own request.
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool HasNul(string? text) => text?.Contains(Nul, StringComparison.Ordinal) ?? false;
}

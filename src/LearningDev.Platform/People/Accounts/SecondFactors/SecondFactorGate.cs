using LearningDev.Platform.People.Accounts.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.People.Accounts.SecondFactors;

/// <summary>Marks what somebody may do who needs a second factor and has none yet: set one up.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BeforeSecondFactorAttribute : Attribute;

/// <summary>Leads people who need a second factor and have none to setting one up, before anything else.</summary>
internal sealed class SecondFactorGate(RequestDelegate next)
{
    public const string SetUpPath = "/account/second-factor";

    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (context.Features.Get<CurrentSession>() is not { MustSetUp: true }
            || endpoint is null
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || endpoint.Metadata.GetMetadata<BeforeSecondFactorAttribute>() is not null)
        {
            return next(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.Redirect(context.Request.PathBase + SetUpPath);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}

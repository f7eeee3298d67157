using LearningDev.Platform.Hosting;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Workflows.Designing.StepForms;

/// <summary>The people who can be chosen for a step, as JSON while somebody types: <c>/api/workflows/people?q=sam</c>. Any text is legal.</summary>
internal static class StepPeopleApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(DesignerLinks.PeopleApi, FindAsync)
        .WithMetadata(new CostlyAttribute())
        .RequireAuthorization(new RequiresPermissionAttribute("ManageWorkflows"));

    private static async Task<IResult> FindAsync(HttpContext http, StepPeople people, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await people.FindAsync(http.Request.Query["q"].ToString().Trim(), cancellation));
    }
}

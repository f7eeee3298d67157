using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Steps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Workflows.Designing.Drawing;

/// <summary>The diagram of a workflow type as a file, for printing and for other documents.</summary>
internal static class DiagramEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet($"{DesignerLinks.List}/{{id}}/diagram.svg", SendAsync).RequireAuthorization(new RequiresPermissionAttribute("ManageWorkflows"));

    private static async Task<IResult> SendAsync(string id, HttpContext http, WorkflowTypes types, StepList list, CancellationToken cancellation)
    {
        if (await types.FindAsync(id, cancellation) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(WorkflowDiagram.Draw(draft.Definition, await list.OfAsync(draft.Definition, [], cancellation), isFile: true), "image/svg+xml", System.Text.Encoding.UTF8);
    }
}

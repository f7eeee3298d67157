using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Workflows.Designing;

/// <summary>A small workflow for the designer's pages: an approval with two ends.</summary>
internal static class DesignedWorkflow
{
    public const string Administrator = "administrator";

    public static JsonObject Type(string id) => WorkflowPortal.Type(
        id,
        [
            """ask|ApprovalTask|{ "ActivityMetadata": { "Title": "Manager decides" }, "AssignTo": "LineManager", "DueDays": 5 }""",
            """yes|EndTask|{ "ActivityMetadata": { "Title": "All is well" }, "Outcome": "Approved" }""",
            """no|EndTask|{ "ActivityMetadata": { "Title": "It ends" }, "Outcome": "Refused" }""",
        ],
        ["start|Done|ask", "ask|Approve|yes", "ask|Refuse|no"]);

    /// <summary>Publishes the workflow as its first version.</summary>
    /// <returns>The address of its steps.</returns>
    public static async Task<string> DesignedAsync(this PortalHost portal, string id)
    {
        await portal.ImportedAsync(Type(id));
        return $"/workflows/{id}";
    }

    public static async Task<WorkflowDraft> DraftAsync(this PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<WorkflowTypes>().FindAsync(id))!;
    }

    /// <summary>Changes the draft as somebody else would.</summary>
    public static async Task ChangeDraftAsync(this PortalHost portal, string id, Action<WorkflowDefinition> change, string userName = "administrator")
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync(userName);
        var types = scope.ServiceProvider.GetRequiredService<WorkflowTypes>();
        var draft = (await types.FindAsync(id))!;
        change(draft.Definition);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<LearningDev.Platform.Data.PortalDb>().Database.BeginTransactionAsync();
        await types.SaveDraftAsync(draft.Definition, draft.Revision);
        await transaction.CommitAsync();
    }

    /// <summary>The names of the events about a workflow in the audit, the oldest first.</summary>
    public static Task<List<string>> WorkflowEventsAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == id && row.SubjectKind == "Workflow").OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());

    public static async Task IsForbiddenAsync(this PortalHost portal, string url)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, url);
    }

    public static async Task IsNotFoundAsync(this PortalHost portal, params string[] urls)
    {
        using var client = await portal.SignedInAsAsync(Administrator);
        foreach (var url in urls)
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    /// <summary>The page's main form.</summary>
    public static IHtmlFormElement MainForm(this IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;

    public static string MainText(this IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    public static string ErrorSummary(this IHtmlDocument page) => page.QuerySelector(".govuk-error-summary")?.TextContent ?? "";

    /// <summary>Where an outcome leads; null for nowhere.</summary>
    public static string? Leads(this WorkflowDefinition definition, string step, string outcome) => definition.Next(step, outcome)?.DestinationActivityId;
}

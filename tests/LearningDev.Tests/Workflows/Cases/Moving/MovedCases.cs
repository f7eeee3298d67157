using LearningDev.TestSupport.Portal;
using LearningDev.Tests.Workflows.Designing;

namespace LearningDev.Tests.Workflows.Cases.Moving;

/// <summary>Workflows with cases that keep to an older version.</summary>
internal static class MovedCases
{
    /// <summary>Publishes a workflow, starts a case of it for each title, and publishes a second version.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="id">The workflow's id.</param>
    /// <param name="keepsStep">True when the second version has the step at which the cases wait; otherwise it has another in its place.</param>
    /// <param name="titles">What the cases are called.</param>
    /// <returns>The ids of the cases.</returns>
    public static async Task<List<string>> OnOldVersionAsync(this PortalHost portal, string id, bool keepsStep, params string[] titles)
    {
        await portal.DesignedAsync(id);
        List<string> cases = [];
        foreach (var title in titles)
        {
            cases.Add((await portal.CaseAsync(await portal.AskAsync("employee", title), id)).Id);
        }

        var second = DesignedWorkflow.Type(id);
        second["Name"] = $"Workflow {id}, second";
        if (!keepsStep)
        {
            second["Activities"]![1]!["ActivityId"] = "other";
            foreach (var way in second["Transitions"]!.AsArray())
            {
                way!["SourceActivityId"] = way["SourceActivityId"]!.ToString() == "ask" ? "other" : way["SourceActivityId"]!.ToString();
                way["DestinationActivityId"] = way["DestinationActivityId"]!.ToString() == "ask" ? "other" : way["DestinationActivityId"]!.ToString();
            }
        }

        await portal.ImportedAsync(second);
        return cases;
    }
}

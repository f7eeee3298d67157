namespace LearningDev.Workflows;

/// <summary>The addresses of tasks, requests and cases.</summary>
public static class WorkflowLinks
{
    /// <summary>What waits for the person.</summary>
    public const string Tasks = "/tasks";

    /// <summary>Who decides while the person is away.</summary>
    public const string Away = $"{Tasks}/away";

    /// <summary>What the person has asked for.</summary>
    public const string Requests = "/requests";

    /// <summary>All cases, for administrators.</summary>
    public const string Cases = "/workflows/cases";

    /// <summary>A task.</summary>
    public static string Task(string id) => $"{Tasks}/{id}";

    /// <summary>A request, as the person sees it who asked.</summary>
    public static string Request(string caseId) => $"{Requests}/{caseId}";

    /// <summary>A case, as administrators see it.</summary>
    public static string Case(string caseId) => $"{Cases}/{caseId}";
}

using Microsoft.AspNetCore.Http;

namespace LearningDev.Workflows.Designing;

/// <summary>The addresses of the designer.</summary>
internal static class DesignerLinks
{
    public const string List = "/workflows";

    public const string New = $"{List}/new";

    public const string PeopleApi = "/api/workflows/people";

    public static string Steps(string typeId) => $"{List}/{Uri.EscapeDataString(typeId)}";

    public static string At(string typeId, string activityId) => $"{Steps(typeId)}#{Anchor(activityId)}";

    /// <summary>The id that a step has in the list's HTML.</summary>
    public static string Anchor(string activityId) => $"step-{activityId}";

    public static string Step(string typeId, string activityId) => $"{Steps(typeId)}/steps/{Uri.EscapeDataString(activityId)}";

    public static string Move(string typeId, string activityId) => $"{Step(typeId, activityId)}/move";

    public static string Remove(string typeId, string activityId) => $"{Step(typeId, activityId)}/remove";

    /// <summary>The choice of an activity for a new step, after an outcome of a step; empty for one that starts the workflow.</summary>
    public static string Choose(string typeId, string after = "", string outcome = "") => $"{Steps(typeId)}/add{Place(after, outcome)}";

    public static string Add(string typeId, string activity, string after, string outcome) => $"{Steps(typeId)}/add/{Uri.EscapeDataString(activity)}{Place(after, outcome)}";

    public static string Settings(string typeId) => $"{Steps(typeId)}/settings";

    public static string Publish(string typeId) => $"{Steps(typeId)}/publish";

    public static string Discard(string typeId) => $"{Steps(typeId)}/discard";

    public static string Export(string typeId) => $"{Steps(typeId)}/export";

    public static string Trial(string typeId) => $"{Steps(typeId)}/trial";

    public static string Diagram(string typeId) => $"{Steps(typeId)}/diagram";

    public static string Svg(string typeId) => $"{Steps(typeId)}/diagram.svg";

    public static string Versions(string typeId) => $"{Steps(typeId)}/versions";

    public static string Version(string typeId, int number) => $"{Versions(typeId)}/{number}";

    public static string BringBack(string typeId, int number) => $"{Version(typeId, number)}/bring-back";

    public static string Compare(string typeId) => $"{Steps(typeId)}/compare";

    /// <summary>Two versions by their numbers, or "draft"; null for what is newest.</summary>
    public static string Compare(string typeId, string before, string? after) => $"{Compare(typeId)}?before={before}{(after is null ? "" : $"&after={after}")}";

    private static QueryString Place(string after, string outcome) =>
        after.Length == 0 ? QueryString.Empty : QueryString.Create([KeyValuePair.Create("after", (string?)after), KeyValuePair.Create("outcome", (string?)outcome)]);
}

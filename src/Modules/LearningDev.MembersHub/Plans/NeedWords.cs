namespace LearningDev.MembersHub.Plans;

/// <summary>What areas and weights of needs are called.</summary>
internal static class NeedWords
{
    public static string Of(NeedWeight weight) => weight switch
    {
        NeedWeight.High => "High: now",
        NeedWeight.Medium => "Medium: this year",
        _ => "Low: when there is an opportunity",
    };

    public static string Of(NeedArea area) => area switch
    {
        NeedArea.Role => "Role",
        NeedArea.Priority => "Priority of the strategic plan",
        _ => "General skill",
    };
}

namespace LearningDev.Platform.People;

/// <summary>What a council calls its levels and grades; the settings section "PeopleSettings".</summary>
public sealed class PeopleSettings
{
    /// <summary>Role levels from the highest to the lowest.</summary>
    public List<RoleLevel> RoleLevels { get; set; } = [];

    /// <summary>Pay grades from the lowest to the highest.</summary>
    public List<string> Grades { get; set; } = [];
}

/// <summary>A level of role, for example head of service.</summary>
public sealed class RoleLevel
{
    /// <summary>The key that people and content refer to, for example "head-of-service".</summary>
    public string Key { get; set; } = "";

    /// <summary>The name that people read.</summary>
    public string Name { get; set; } = "";
}

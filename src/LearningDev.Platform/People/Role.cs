using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People;

/// <summary>A role. Its permissions are role claims of the type "Permission", as in Orchard Core.</summary>
public sealed class Role : IdentityRole
{
    /// <summary>The type of the claims that hold a role's permissions.</summary>
    public const string PermissionClaim = "Permission";

    /// <summary>The role that has every permission.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Makes a role with a new id.</summary>
    public Role() => Id = Identifiers.New();

    /// <summary>One sentence that says who has the role.</summary>
    public string Description { get; set; } = "";
}

using Microsoft.AspNetCore.Authorization;

namespace LearningDev.Platform.Permissions;

/// <summary>Something that a role may be allowed to do.</summary>
/// <param name="Name">The name in code and recipes, for example "EditContent".</param>
/// <param name="Description">One sentence that says what it allows.</param>
/// <param name="ImpliedBy">Permissions that include this one.</param>
public sealed record Permission(string Name, string Description, params Permission[] ImpliedBy);

/// <summary>Lets only people with the named permission reach a page.</summary>
/// <param name="permission">The permission's name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresPermissionAttribute(string permission) : AuthorizeAttribute(PolicyPrefix + permission)
{
    internal const string PolicyPrefix = "permission:";

    /// <summary>The permission's name.</summary>
    public string Permission { get; } = permission;
}

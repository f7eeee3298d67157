using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.Permissions;

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

/// <summary>Makes the policy of a <see cref="RequiresPermissionAttribute"/> out of its name.</summary>
internal sealed class PermissionPolicyProvider(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(RequiresPermissionAttribute.PolicyPrefix, StringComparison.Ordinal)
            ? new AuthorizationPolicyBuilder()
                .RequireAuthenticatedUser()
                .AddRequirements(new PermissionRequirement(policyName[RequiresPermissionAttribute.PolicyPrefix.Length..]))
                .Build()
            : await base.GetPolicyAsync(policyName);
}

internal sealed class PermissionHandler(RolePermissions permissions) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (await permissions.MayAsync(context.User, requirement.Permission))
        {
            context.Succeed(requirement);
        }
    }
}

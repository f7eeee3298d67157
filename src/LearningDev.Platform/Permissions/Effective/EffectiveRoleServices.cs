using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Assigning;
using LearningDev.Platform.Permissions.Editing;
using LearningDev.Platform.Permissions.Explaining;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Permissions.Effective;

internal static class EffectiveRoleServices
{
    public static IServiceCollection AddRoles(this IServiceCollection services) => services
        .AddScoped<Roles>()
        .AddScoped<RolePermissions>()
        .AddScoped<EffectiveRoles>()
        .AddScoped<RoleWords>()
        .AddScoped<RoleEditing>()
        .AddScoped<RoleAssigning>()
        .AddScoped(provider => new RoleGiving(
            provider.GetRequiredService<RoleAssigning>(), provider.GetRequiredService<RoleManager<Role>>(), provider.GetRequiredService<UserManager<Person>>()))
        .AddScoped<AccessExplanation>()
        .AddScoped<IClaimsTransformation, RoleClaims>();
}

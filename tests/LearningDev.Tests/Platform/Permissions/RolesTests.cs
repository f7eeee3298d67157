using System.Security.Claims;
using LearningDev.Platform;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions;

[Requirement("ADM-01")]
public class RolesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly string Settings = PlatformModule.ManageSettings.Name;
    private static readonly string Audit = PlatformModule.ViewAudit.Name;
    private static readonly string Administration = PlatformModule.AccessAdministration.Name;

    [Theory]
    [InlineData(PermissionBehavior.Replace, new[] { "ViewAudit" })]
    [InlineData(PermissionBehavior.Add, new[] { "ManageSettings", "ViewAudit" })]
    [InlineData(PermissionBehavior.Remove, new[] { "ManageSettings" })]
    public async Task SaveAsync_Behaviour_MeetsWhatTheRoleHas(PermissionBehavior behavior, string[] expected)
    {
        var name = $"Auditor {behavior}";
        string[] first = behavior == PermissionBehavior.Remove ? [Settings, Audit] : [Settings];
        (await SaveAsync(name, first, PermissionBehavior.Replace)).ShouldBeTrue();

        (await SaveAsync(name, [Audit], behavior)).ShouldBeTrue();
        (await SaveAsync(name, [Audit], behavior)).ShouldBeFalse();

        (await PermissionsAsync(name)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task SaveAsync_AnotherCaseOfAPermission_IsTheSame()
    {
        (await SaveAsync("Case", [Settings], PermissionBehavior.Replace)).ShouldBeTrue();

        (await SaveAsync("Case", [Settings.ToUpperInvariant()], PermissionBehavior.Replace)).ShouldBeFalse();
    }

    [Fact]
    public async Task SaveAsync_UnknownPermission_IsRefusedByName() =>
        (await Should.ThrowAsync<ImportException>(() => SaveAsync("Wizard", ["DoMagic"], PermissionBehavior.Add)))
            .Message.ShouldBe("The role Wizard has the permission DoMagic, which is not known.");

    [Fact]
    public async Task MayAsync_RoleIsGivenAndLosesAPermission_ActsAtOnce()
    {
        var holder = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, "At once")], "test"));
        await SaveAsync("At once", [], PermissionBehavior.Replace);
        (await MayAsync(holder, Audit)).ShouldBeFalse();

        await SaveAsync("At once", [Audit], PermissionBehavior.Add);
        (await MayAsync(holder, Audit)).ShouldBeTrue();
        (await MayAsync(holder, Administration)).ShouldBeTrue("it is implied");
        (await MayAsync(holder, Settings)).ShouldBeFalse();

        await SaveAsync("At once", [Audit], PermissionBehavior.Remove);
        (await MayAsync(holder, Audit)).ShouldBeFalse();
    }

    [Fact]
    public async Task MayAsync_Administrator_MayEverything() =>
        (await MayAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Role.Administrator)], "test")), Settings)).ShouldBeTrue();

    [Fact]
    public async Task MayAsync_NotSignedIn_MayNothing() =>
        (await MayAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Role.Administrator)])), Settings)).ShouldBeFalse();

    private async Task<bool> SaveAsync(string name, string[] permissions, PermissionBehavior behavior)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync(name, null, permissions, behavior);
    }

    private async Task<bool> MayAsync(ClaimsPrincipal person, string permission)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RolePermissions>().MayAsync(person, permission);
    }

    private async Task<List<string>> PermissionsAsync(string name)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        return await db.RoleClaims.Where(claim => db.Roles.Any(role => role.Id == claim.RoleId && role.Name == name))
            .Select(claim => claim.ClaimValue!).ToListAsync();
    }
}

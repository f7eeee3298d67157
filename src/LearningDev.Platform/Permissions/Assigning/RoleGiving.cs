using LearningDev.Platform.People;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.Permissions.Assigning;

/// <summary>Gives people roles and takes them again, for modules. The role of administrators is given and taken by people alone.</summary>
public sealed class RoleGiving
{
    private readonly RoleAssigning assigning;
    private readonly RoleManager<Role> roles;
    private readonly UserManager<Person> people;

    internal RoleGiving(RoleAssigning assigning, RoleManager<Role> roles, UserManager<Person> people)
    {
        this.assigning = assigning;
        this.roles = roles;
        this.people = people;
    }

    /// <summary>Gives a role to a person, or takes it.</summary>
    /// <param name="userName">The person's user name.</param>
    /// <param name="roleName">The role's name.</param>
    /// <param name="gives">True to give it, false to take it.</param>
    /// <param name="reason">Why, up to 300 characters.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when there is no such person or role, or the role is that of administrators. Doing so twice changes nothing.</returns>
    public async Task<bool> ChangeAsync(string userName, string roleName, bool gives, string reason, CancellationToken cancellation = default)
    {
        if (await roles.FindByNameAsync(roleName) is not { } role || role.Name == Role.Administrator || await people.FindByNameAsync(userName) is not { } person)
        {
            return false;
        }

        _ = gives
            ? await assigning.GiveAsync(role, person, startsOn: null, endsOn: null, reason, cancellation)
            : await assigning.TakeAsync(role, person, reason, cancellation);
        return true;
    }
}

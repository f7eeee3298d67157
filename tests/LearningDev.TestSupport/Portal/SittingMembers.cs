using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.TestSupport.Portal;

/// <summary>A council of the size that elections are tried with.</summary>
public static class SittingMembers
{
    /// <summary>How many members are added to the sixteen elected ones of the demonstration council.</summary>
    public const int Count = 15;

    /// <summary>Adds "Sitting Member 1" to 15, who are councillors since May 2023 for Old Town and Millbrook. These wards have nine seats then, the others six.</summary>
    public static async Task AddSittingMembersAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var councillor = await db.Roles.SingleAsync(role => role.Name == "Councillor");
        await db.MemberWards.ExecuteUpdateAsync(set => set.SetProperty(ward => ward.Seats, ward => ward.Id == "old-town" || ward.Id == "millbrook" ? 9 : 6));
        foreach (var number in Enumerable.Range(1, Count))
        {
            var name = $"sitting.{number}@northbourne.example";
            var person = new Person { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Email = name, NormalizedEmail = name.ToUpperInvariant(), GivenName = "Sitting", FamilyName = $"Member {number}", SecurityStamp = "x" };
            db.Add(person);
            db.UserRoles.Add(new() { UserId = person.Id, RoleId = councillor.Id });
            db.Add(new TermRow { PersonId = person.Id, PersonName = person.FullName, Kind = TermKind.Elected, WardId = number % 2 == 0 ? "millbrook" : "old-town", From = new DateOnly(2023, 5, 8) });
        }

        await db.SaveChangesAsync();
    }
}

using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

/// <summary>What forms about members offer to choose from: what exists on a day, by name.</summary>
internal sealed class MemberChoices(PortalDb db)
{
    public async Task<IReadOnlyList<SelectListItem>> WardsAsync(DateOnly day, CancellationToken cancellation) =>
        await db.MemberWards.Where(row => row.Until == null || row.Until >= day).OrderBy(row => row.Name).Select(row => new SelectListItem(row.Name, row.Id)).ToListAsync(cancellation);

    public async Task<IReadOnlyList<SelectListItem>> GroupsAsync(DateOnly day, CancellationToken cancellation) =>
        await db.PoliticalGroups.Where(row => row.Until == null || row.Until >= day).OrderBy(row => row.Name).Select(row => new SelectListItem(row.Name, row.Id)).ToListAsync(cancellation);

    public async Task<IReadOnlyList<SelectListItem>> BodiesAsync(DateOnly day, CancellationToken cancellation) =>
        await db.MemberBodies.Where(row => row.Until == null || row.Until >= day).OrderBy(row => row.Name).Select(row => new SelectListItem(row.Name, row.Id)).ToListAsync(cancellation);
}

/// <summary>Shows faults beside their fields.</summary>
internal static class MemberFaults
{
    public static void Take(this ModelStateDictionary state, IEnumerable<MemberFault> faults)
    {
        foreach (var fault in faults)
        {
            state.AddModelError(fault.Key, fault.Message);
        }
    }
}

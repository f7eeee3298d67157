using System.Globalization;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Mentoring.Home;

/// <summary>Mentoring as the person finds it: programmes, what they take part in, their pairs (MEN-01).</summary>
[RequiresPermission("ViewMentoring")]
internal sealed class MentoringModel(OwnMentoring own, RolePermissions permissions) : PageModel
{
    public OwnView Own { get; private set; } = null!;

    public bool MayManage { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        Own = await own.ReadAsync(int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
        MayManage = await permissions.MayAsync(User, MentoringModule.ManageMentoring.Name);
    }

    public string UrlOfPage(int page) => Url.Content("~" + MentoringLinks.Home) + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?p={page}") : "");

    public static string Words(PartnershipState state) => state switch
    {
        PartnershipState.Chemistry => "First meeting",
        PartnershipState.Signing => "To be signed",
        PartnershipState.Active => "Going on",
        _ => "Ended",
    };

    public static string Colour(PartnershipState state) => state switch
    {
        PartnershipState.Active => "green",
        PartnershipState.Closed => "grey",
        _ => "blue",
    };
}

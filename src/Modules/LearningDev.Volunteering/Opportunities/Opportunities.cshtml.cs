using System.Globalization;
using LearningDev.Content;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Opportunities;

/// <summary>Opportunities to volunteer (VOL-01).</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class OpportunitiesModel(OpportunityList opportunities, RolePermissions permissions) : PageModel
{
    private const int LongestWords = 200;

    public OpportunityPage List { get; private set; } = null!;

    public string Words { get; private set; } = "";

    public string Skill { get; private set; } = "";

    public string Place { get; private set; } = "";

    public bool MayManage { get; private set; }

    public bool MayEdit { get; private set; }

    public bool IsFiltered => Words.Length > 0 || Skill.Length > 0 || Place.Length > 0;

    public async Task OnGetAsync(
        [FromQuery(Name = "q")] string? words, [FromQuery(Name = "skill")] string? skill, [FromQuery(Name = "place")] string? place, [FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        ModelState.Clear();
        (Words, Skill, Place) = (Short(words), Short(skill), Short(place));
        List = await opportunities.FindAsync(Words, Skill, Place, int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
        MayManage = await permissions.MayAsync(User, VolunteeringModule.ManageVolunteering.Name);
        MayEdit = await permissions.MayAsync(User, ContentModule.EditContent.Name);
    }

    public string UrlOfPage(int page) => Url.Content("~" + VolunteeringLinks.Opportunities) + QueryString.Create(
        new Dictionary<string, string?> { ["q"] = Words, ["skill"] = Skill, ["place"] = Place, ["p"] = page.ToString(CultureInfo.InvariantCulture) }.Where(pair => pair.Value!.Length > 0));

    private static string Short(string? text) => (text ?? "").Replace('\0', ' ').Trim() is var words && words.Length <= LongestWords ? words : words[..LongestWords];
}

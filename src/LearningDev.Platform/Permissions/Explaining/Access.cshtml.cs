using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Permissions.Explaining;

[RequiresPermission("ManageRoles")]
internal sealed class AccessModel(Colleagues colleagues, ModuleRegistry registry, AccessExplanation explanation) : PageModel
{
    private const int MostFound = 20;
    private const int LongestWords = 200;

    public string Words { get; private set; } = "";

    public ColleagueMatches Found { get; private set; } = new([], HasMore: false);

    public IReadOnlyList<IGrouping<string, Permission>> Modules { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "q")] string? typed, CancellationToken cancellation)
    {
        Words = typed is null ? "" : typed[..Math.Min(typed.Length, LongestWords)].Replace('\0', ' ').Trim();
        Found = Words.Length == 0 ? Found : await colleagues.SearchAsync(Words, MostFound, except: null, cancellation);
        Modules = [.. registry.Permissions.GroupBy(declared => explanation.ModuleName(declared.ModuleId), declared => declared.Permission)];
    }
}

using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Assigning;

[RequiresPermission("ManageRoles")]
internal sealed class RolePeopleModel(PortalDb db, EffectiveRoles effective, RoleWords words, Colleagues colleagues, ISettings settings) : PageModel
{
    private const int MostFound = 10;
    private const int LongestWords = 200;

    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Words { get; private set; } = "";

    public ColleagueMatches Found { get; private set; } = new([], HasMore: false);

    public IReadOnlyList<AssignmentLine> Lines { get; private set; } = [];

    public IReadOnlyList<string> GivenTo { get; private set; } = [];

    public int People { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(
        string id, [FromQuery(Name = "q")] string? typed, [FromQuery(Name = "page")] string? number, CancellationToken cancellation)
    {
        if ((await effective.RolesAsync(cancellation)).FirstOrDefault(role => role.Id == id) is not { } role)
        {
            return NotFound();
        }

        (Id, Name) = (role.Id, role.Name);
        Words = typed is null ? "" : typed[..Math.Min(typed.Length, LongestWords)].Replace('\0', ' ').Trim();
        Found = Words.Length == 0 ? Found : await colleagues.SearchAsync(Words, MostFound, except: null, cancellation);
        await ReadAsync(int.TryParse(number, out var page) ? page : 1, cancellation);
        List<string> givenTo = [];
        foreach (var rule in role.Rules)
        {
            var text = await words.OfRuleAsync(rule.Kind, rule.Value, cancellation);
            givenTo.Add(char.ToUpperInvariant(text[0]) + text[1..]);
        }

        GivenTo = givenTo;
        People = await (await effective.HoldersAsync([id], cancellation)).CountAsync(cancellation);
        return Page();
    }

    public string UrlOfPage(int page) => Url.Content($"~/admin/roles/{Id}/people") + (page > 1 ? new QueryBuilder { { "page", $"{page}" } } : []);

    private async Task ReadAsync(int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var rows = db.UserRoles.AsNoTracking().Where(row => row.RoleId == Id);
        Pages = Math.Max(1, (await rows.CountAsync(cancellation) + size - 1) / size);
        Number = Math.Clamp(page, 1, Pages);
        var today = await effective.TodayAsync();
        Lines = (await rows.Join(db.Users, row => row.UserId, person => person.Id, (row, person) => new { row, person })
            .OrderBy(pair => pair.person.FamilyName).ThenBy(pair => pair.person.GivenName).ThenBy(pair => pair.person.Id)
            .Skip((Number - 1) * size).Take(size).ToListAsync(cancellation))
            .ConvertAll(pair => new AssignmentLine(
                pair.person.Id, pair.person.FullName.Length > 0 ? pair.person.FullName : pair.person.UserName!, RoleWords.OfAssignment(pair.row),
                pair.row.IsInForceOn(today) && !pair.person.HasLeft(today) && !(pair.person.StartsOn > today)));
    }
}

/// <summary>A person who was given a role, as the list shows it.</summary>
internal sealed record AssignmentLine(string PersonId, string Name, string How, bool IsInForce);

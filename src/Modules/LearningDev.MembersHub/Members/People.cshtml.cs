using System.Globalization;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Members;

/// <summary>Who is a member today, by name, political group, ward and committee (MEM-02).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class PeopleModel(MemberDirectory directory, MemberChoices choices, WorkingCalendar calendar, RolePermissions permissions, CurrentPerson person) : PageModel
{
    /// <summary>What the filter of groups says for those without one.</summary>
    public const string NoGroup = "none";

    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "group")]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "ward")]
    public string? Ward { get; set; }

    [BindProperty(SupportsGet = true, Name = "body")]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public bool IsFiltered => new[] { Words, Group, Ward, Body }.Any(value => !string.IsNullOrWhiteSpace(value));

    public bool MayManage { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var today = await calendar.TodayAsync();
        MayManage = await permissions.MayAsync(person.Principal, MembersHubModule.ManageMembers.Name);
        Groups = [.. await choices.GroupsAsync(today, cancellation), new("No group", NoGroup)];
        Wards = await choices.WardsAsync(today, cancellation);
        Bodies = await choices.BodiesAsync(today, cancellation);
        var words = (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = (await directory.AllAsync(today, cancellation))
            .Where(member => words.All(word => IsCalled(member.Name, word)))
            .Where(member => string.IsNullOrEmpty(Group) || (Group == NoGroup ? member is { IsElected: true, GroupId: null } : member.GroupId == Group))
            .Where(member => string.IsNullOrEmpty(Ward) || member.Term.WardId == Ward)
            .Where(member => string.IsNullOrEmpty(Body) || member.Offices.Any(office => office.Row.BodyId == Body)).ToList();
        Total = found.Count;
        Number = int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Pages) : 1;
        Members = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
    }

    public string UrlOfPage(int page) => Url.Content("~" + MemberLinks.People) + QueryString.Create(
        new[] { ("q", Words), ("group", Group), ("ward", Ward), ("body", Body), ("p", page.ToString(CultureInfo.InvariantCulture)) }
            .Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));

    // Each word is the beginning of a name; accents and capitals do not matter.
    private static bool IsCalled(string name, string word) => name.Split(' ', '-')
        .Any(part => CultureInfo.InvariantCulture.CompareInfo.IsPrefix(part.Replace('’', '\''), word.Replace('’', '\''), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace));
}

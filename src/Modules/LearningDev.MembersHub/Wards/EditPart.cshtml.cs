using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Wards;

/// <summary>Democratic Services add or change a ward, a political group, a committee or an outside body (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class EditPartModel(CouncilParts parts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty, Display(Name = "Name")]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "Number of councillors")]
    public string? Seats { get; set; }

    [BindProperty, Display(Name = "What it is")]
    public BodyKind? BodyKind { get; set; }

    [BindProperty, Display(Name = "Last day")]
    public DateOnly? Until { get; set; }

    /// <summary>How it was when the form was opened; empty for one that is to be added.</summary>
    [BindProperty]
    public string? Before { get; set; }

    public bool IsNew => Id == MemberLinks.NewId;

    public string Heading { get; private set; } = "";

    public static IEnumerable<SelectListItem> BodyKinds => Enum.GetValues<BodyKind>().Select(kind => new SelectListItem(MemberWords.Of(kind), kind.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
        {
            return NotFound();
        }

        if (!IsNew && await parts.FindAsync(Kind, Id, cancellation) is { } part)
        {
            (Name, Seats, BodyKind, Until, Before) = (part.Name, part.Seats.ToString(CultureInfo.InvariantCulture), part.BodyKind, part.Until, JsonSerializer.Serialize(part, PortalJson.Compact));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var seats = Kind != PartKinds.Ward ? 0 : int.TryParse(Seats, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var part = new CouncilPart(Kind, IsNew ? "" : Id, (Name ?? "").Trim(), seats, Kind == PartKinds.Body ? BodyKind : null, Until);
        var faults = await parts.SaveAsync(part, IsNew ? null : BeforeOf(), cancellation);
        if (faults.Count > 0)
        {
            ModelState.Take(faults);
            return Page();
        }

        TempData[PageFrame.Message] = $"{part.Name} is saved";
        return Redirect(Url.Content("~" + MemberLinks.Wards));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!PartKinds.IsKnown(Kind))
        {
            return false;
        }

        var name = IsNew ? "" : (await parts.FindAsync(Kind, Id, cancellation))?.Name;
        Heading = IsNew ? $"Add a {PartKinds.Words(Kind)}" : name ?? "";
        return name is not null;
    }

    // What somebody has made of it by hand says nothing of how it was, and is refused as a change by somebody else.
    private CouncilPart BeforeOf()
    {
        try
        {
            return JsonSerializer.Deserialize<CouncilPart>(Before ?? "", PortalJson.Compact) ?? Nothing();
        }
        catch (JsonException)
        {
            return Nothing();
        }

        CouncilPart Nothing() => new(Kind, Id, "", 0, null, null);
    }
}

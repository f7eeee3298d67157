using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Curation.Links;

[RequiresPermission("EditContent")]
internal sealed class LinkModel(LinkList links, LinkCare care, RolePermissions permissions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? With { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public FoundLink Found { get; private set; } = null!;

    public bool MayPublish { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        With = Found.Link.MovedTo;
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation) =>
        await care.AskAsync(Id, cancellation) ? Redirect(LinkPages.Of(Id)) : NotFound();

    public async Task<IActionResult> OnPostReplaceAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (!MayPublish)
        {
            return Forbid();
        }

        var with = (With ?? "").Trim();
        if (WhyNot(with) is { } message)
        {
            ModelState.AddModelError(nameof(With), message);
            return Page();
        }

        try
        {
            var done = (await care.ReplaceAsync(Id, with, cancellation))!;
            var refused = done.Refused.Count == 0 ? "" : $". Left as it is: {string.Join("; ", done.Refused.Take(5).Select(one => $"{one.Title} ({one.Reason})"))}";
            SavedNotice.Say(TempData, $"The link is replaced in {(done.Changed.Count == 1 ? "1 item" : $"{done.Changed.Count} items")}{refused}");
            return Redirect(LinkPages.List);
        }
        catch (ContentConflictException conflict)
        {
            ModelState.AddModelError("", $"{conflict.Message} Nothing was replaced. Press the button once more");
            return Page();
        }
    }

    public async Task<IActionResult> OnPostIgnoreAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (!MayPublish)
        {
            return Forbid();
        }

        var reason = (Reason ?? "").Trim();
        if (reason.Length is 0 or > LinkRow.ReasonLength)
        {
            ModelState.AddModelError(nameof(Reason), reason.Length == 0 ? "Enter a reason" : $"Reason must be {LinkRow.ReasonLength} characters or fewer");
            return Page();
        }

        await care.IgnoreAsync(Id, reason, cancellation);
        SavedNotice.Say(TempData, "The link is ignored");
        return Redirect(LinkPages.List);
    }

    public async Task<IActionResult> OnPostHeedAsync(CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(User, ContentModule.PublishContent.Name))
        {
            return Forbid();
        }

        if (!await care.HeedAsync(Id, cancellation))
        {
            return NotFound();
        }

        SavedNotice.Say(TempData, "The link is checked again from now on");
        return Redirect(LinkPages.Of(Id));
    }

    private string? WhyNot(string with) =>
        with.Length == 0 ? "Enter the new address"
        : LinkTexts.Normal(with) is not { } normal || with.Any(char.IsWhiteSpace) ? "New address must be a web address that begins with https:// or http://"
        : new Uri(with).UserInfo.Length > 0 ? "New address must not hold a user name or password"
        : normal == Found.Link.Url ? "New address must differ from the old one"
        : null;

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        if (await links.FindAsync(Id, cancellation) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}

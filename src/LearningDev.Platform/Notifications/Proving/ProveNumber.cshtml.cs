using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Notifications.Proving;

/// <summary>Where a person types in the code that was sent to their number.</summary>
internal sealed class ProveNumberModel(NumberProving proving, NotificationPost post) : PageModel
{
    public const string Address = $"{NotificationComposer.ChoicesPage}/number";

    [BindProperty, Display(Name = "Code")]
    public string? Code { get; set; }

    /// <summary>The number that is to be proved; empty for none.</summary>
    public string Number { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Number = await proving.OpenNumberAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Number = await proving.OpenNumberAsync(cancellation);
        var code = string.Concat((Code ?? "").Where(character => !char.IsWhiteSpace(character)));
        if (code.Length != NumberProving.Digits || !code.All(char.IsAsciiDigit))
        {
            ModelState.AddModelError(nameof(Code), $"Enter the {NumberProving.Digits} digits of the code");
            return Page();
        }

        switch (await proving.CheckAsync(code, cancellation))
        {
            case CodeChecking.Right:
                TempData[PageFrame.Message] = "The number is proved. Text messages go there from now on";
                return Redirect(Url.Content("~" + NotificationComposer.ChoicesPage));
            case CodeChecking.Wrong:
                ModelState.AddModelError(nameof(Code), "That is not the code that was sent last");
                return Page();
            default:
                ModelState.AddModelError(nameof(Code), "This code does not hold any more. Have another one sent");
                return Page();
        }
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellation)
    {
        Number = await proving.OpenNumberAsync(cancellation);
        ModelState.Clear();
        switch (await post.CanSendTextsAsync(cancellation) ? await proving.SendAsync(cancellation) : CodeSending.TooMany)
        {
            case CodeSending.Sent:
                TempData[PageFrame.Message] = "Another code is on its way";
                return Redirect(Url.Content("~" + Address));
            case CodeSending.NotNeeded:
                return Redirect(Url.Content("~" + NotificationComposer.ChoicesPage));
            case CodeSending.TooSoon:
                ModelState.AddModelError("", "A code was sent a moment ago. Wait a minute before you have another one sent");
                return Page();
            default:
                ModelState.AddModelError("", "No more codes can be sent today. Try again tomorrow");
                return Page();
        }
    }
}

using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Notifications.Proving;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Platform.Notifications.Choosing;

internal sealed class ChoicesModel(NotificationChoices choices, NotificationPost post, NumberProving proving, ModuleRegistry registry, ISettings settings) : PageModel
{
    public const string AtOnce = "at-once";
    public const string Daily = "daily";

    /// <summary>The ways that are ticked, as "kind:way".</summary>
    [BindProperty]
    public List<string> On { get; set; } = [];

    [BindProperty]
    [Display(Name = "How often you get email"), Required(ErrorMessage = "Choose how often you get email")]
    public string? Digest { get; set; }

    [BindProperty]
    [Display(Name = "When")]
    public int DigestHour { get; set; }

    [BindProperty]
    [Display(Name = "Mobile number for text messages")]
    public string? TextNumber { get; set; }

    public ChosenNotifications Chosen { get; private set; } = null!;

    public bool HasTexts { get; private set; }

    /// <summary>True when a number is still to be proved.</summary>
    public bool MustProve { get; private set; }

    public IReadOnlyList<NotificationChannel> Offered => HasTexts
        ? [NotificationChannel.Portal, NotificationChannel.Email, NotificationChannel.Text]
        : [NotificationChannel.Portal, NotificationChannel.Email];

    public static IEnumerable<SelectListItem> Hours => Enumerable.Range(0, 24).Select(hour => new SelectListItem(NotificationChoices.HourWords(hour), $"{hour}"));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        await ReadAsync(cancellation);
        On = [.. from kind in Chosen.Kinds from channel in Offered where Chosen.IsOn(kind, channel) select ValueOf(kind, channel)];
        Digest = Chosen.DigestHour is null ? AtOnce : Daily;
        DigestHour = Chosen.DigestHour ?? (await settings.GetAsync<NotificationSettings>(cancellation)).DigestHour;
        TextNumber = Chosen.TextNumber;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var number = HasTexts ? ReadNumber() : Chosen.TextNumber;
        var hour = Digest == Daily ? Math.Clamp(DigestHour, 0, 23) : (int?)null;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var on = (from kind in Chosen.Kinds from channel in Offered where On.Contains(ValueOf(kind, channel)) select (kind.Kind.Key, channel)).ToHashSet();
        var isChanged = await choices.SaveAsync(on, Offered, hour, number, cancellation);
        TempData[PageFrame.Message] = isChanged ? "Your choices are saved" : "Nothing was changed";
        return Redirect(Url.Content("~" + (HasTexts && number != Chosen.TextNumber && await proving.SendAsync(cancellation) != CodeSending.NotNeeded
            ? ProveNumberModel.Address : NotificationComposer.ChoicesPage)));
    }

    /// <summary>What a tick box stands for.</summary>
    public static string ValueOf(UsedKind kind, NotificationChannel channel) => $"{kind.Kind.Key}:{channel}";

    /// <summary>The name of the module that a kind belongs to.</summary>
    public string ModuleOf(UsedKind kind) => registry.FindModule(kind.ModuleId)?.Manifest.Name ?? kind.ModuleId;

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Chosen = await choices.ReadAsync(cancellation);
        HasTexts = await post.CanSendTextsAsync(cancellation);
        MustProve = HasTexts && (await proving.OpenNumberAsync(cancellation)).Length > 0;
    }

    private string ReadNumber()
    {
        var typed = TextNumber?.Trim() ?? "";
        var number = typed.Length == 0 ? "" : Choosing.TextNumber.Read(typed);
        if (number is null)
        {
            ModelState.AddModelError(nameof(TextNumber), "Enter a mobile number, like 07700 900 982 or +44 7700 900 982");
        }
        else if (number.Length == 0 && Chosen.Kinds.Any(kind => On.Contains(ValueOf(kind, NotificationChannel.Text)) && !Chosen.IsOn(kind, NotificationChannel.Text)))
        {
            ModelState.AddModelError(nameof(TextNumber), "Enter a mobile number, or do not choose text messages");
        }

        return number ?? "";
    }
}

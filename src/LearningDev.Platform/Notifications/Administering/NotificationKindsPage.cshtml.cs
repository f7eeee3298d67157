using LearningDev.Platform.Modules;
using LearningDev.Platform.Notifications.Choosing;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Notifications.Administering;

[RequiresPermission("ManageNotifications")]
internal sealed class NotificationKindsPageModel(NotificationKinds kinds, NotificationState state, ModuleRegistry registry, DateWords dates) : PageModel
{
    public IReadOnlyList<UsedKind> Kinds { get; private set; } = [];

    public ChannelState State { get; private set; } = null!;

    public IReadOnlyList<(NotifyHandOver Message, string When)> Undelivered { get; private set; } = [];

    /// <summary>What GOV.UK Notify has just said; null when it was not asked.</summary>
    public (bool IsGood, string Said)? Answer { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Answer = await state.AskNotifyAsync(cancellation);
        await ReadAsync(cancellation);
        return Page();
    }

    public string ModuleOf(UsedKind kind) => registry.FindModule(kind.ModuleId)?.Manifest.Name ?? kind.ModuleId;

    public static string ChannelsOf(UsedKind kind) => kind.Channels.Count == 0 ? "Not at all" : string.Join(", ", kind.Channels.Order().Select(channel => NotificationChoices.ChannelNames[channel]));

    public static string WordsOf(NotifyState state) => state switch
    {
        NotifyState.PermanentFailure => "The number or address does not exist",
        NotifyState.TemporaryFailure => "The phone was off or the mailbox full",
        _ => "A network had a fault",
    };

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Kinds = await kinds.AllAsync(cancellation);
        State = await state.ReadAsync(cancellation);
        List<(NotifyHandOver, string)> undelivered = [];
        foreach (var message in State.Undelivered)
        {
            undelivered.Add((message, await dates.MomentAsync(message.ChangedUtc)));
        }

        Undelivered = undelivered;
    }
}

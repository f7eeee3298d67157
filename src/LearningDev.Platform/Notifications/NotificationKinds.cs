using LearningDev.Platform.Modules;
using LearningDev.Platform.Notifications.Wording;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Notifications;

/// <summary>The kinds of notifications, with what administrators have changed of them.</summary>
internal sealed class NotificationKinds(ModuleRegistry registry, Features features, ISettings settings)
{
    /// <summary>The kinds of the modules that are switched on, in the order in which the modules are listed.</summary>
    public async Task<IReadOnlyList<UsedKind>> AllAsync(CancellationToken cancellation)
    {
        var enabled = await features.EnabledAsync(cancellation);
        var changed = (await settings.GetAsync<NotificationWordingSettings>(cancellation)).Changed.ToLookup(row => row.Kind);
        return [.. registry.Notifications.Where(declared => enabled.Contains(declared.ModuleId)).Select(declared => new UsedKind(declared.ModuleId, declared.Kind, changed[declared.Kind.Key].FirstOrDefault()))];
    }

    /// <summary>The keys of the kinds of the modules that are switched on.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(CancellationToken cancellation)
    {
        var enabled = await features.EnabledAsync(cancellation);
        return [.. registry.Notifications.Where(declared => enabled.Contains(declared.ModuleId)).Select(declared => declared.Kind.Key)];
    }

    /// <summary>Finds a kind; null when its module is switched off.</summary>
    /// <exception cref="InvalidOperationException">No module declares it.</exception>
    public async Task<UsedKind?> FindAsync(string key, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(used => used.Kind.Key == key)
        ?? (registry.Notifications.Exists(declared => declared.Kind.Key == key) ? null : throw new InvalidOperationException($"No module declares notifications of the kind \"{key}\"."));
}

/// <summary>A kind as it is used.</summary>
/// <param name="ModuleId">The module that declares it.</param>
/// <param name="Kind">The kind as it is shipped.</param>
/// <param name="Changed">What administrators have changed; null when it is used as shipped.</param>
internal sealed record UsedKind(string ModuleId, NotificationKind Kind, ChangedWording? Changed)
{
    public NotificationWords Words => Changed is null ? Kind.Words : new NotificationWords(Changed.Subject, Changed.Summary, Changed.Text);

    public IReadOnlyList<NotificationChannel> Channels => Changed?.Channels ?? Kind.Channels;

    /// <summary>True when people are always told so.</summary>
    public bool IsFixed(NotificationChannel channel) => !Kind.MayBeSwitchedOff && Channels.Contains(channel);

    /// <summary>True when a person is told so.</summary>
    /// <param name="channel">The way.</param>
    /// <param name="chosen">What the person has chosen; null when nothing.</param>
    public bool IsOn(NotificationChannel channel, bool? chosen) => IsFixed(channel) || (chosen ?? Channels.Contains(channel));
}

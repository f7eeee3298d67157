using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Notifications.Wording;

/// <summary>The words of notifications where administrators have changed them; the settings section "NotificationWordingSettings" (ADM-01).</summary>
internal sealed class NotificationWordingSettings
{
    /// <summary>The kinds whose words or ways are not as shipped.</summary>
    [Display(Name = "Changed notifications", ShortName = "Notification"), MaxLength(500)]
    public List<ChangedWording> Changed { get; set; } = [];
}

/// <summary>A kind of notification whose words or ways are not as shipped.</summary>
internal sealed class ChangedWording
{
    /// <summary>The kind's key.</summary>
    [Display(Name = "Notification"), Required, StringLength(NotificationKind.LongestKey)]
    public string Kind { get; set; } = "";

    /// <summary>The subject.</summary>
    [Display(Name = "Subject"), Required, StringLength(NotificationWords.LongestSubject)]
    public string Subject { get; set; } = "";

    /// <summary>The summary.</summary>
    [Display(Name = "Summary"), Required, StringLength(NotificationWords.LongestSummary)]
    public string Summary { get; set; } = "";

    /// <summary>The whole text.</summary>
    [Display(Name = "Text"), Required, StringLength(NotificationWords.LongestText), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    /// <summary>How people are told unless they choose otherwise.</summary>
    [Display(Name = "How people are told")]
    public List<NotificationChannel> Channels { get; set; } = [];
}

/// <summary>Refuses words with a placeholder that the portal has no value for, whoever saves them: an administrator or a recipe.</summary>
internal sealed class WordingCheck(ModuleRegistry registry) : ISettingsCheck
{
    public Type Section => typeof(NotificationWordingSettings);

    public Task<IReadOnlyList<SettingsError>> CheckAsync(object before, object after, CancellationToken cancellation)
    {
        List<SettingsError> errors = [];
        foreach (var (row, changed) in ((NotificationWordingSettings)after).Changed.Index())
        {
            var prefix = $"{nameof(NotificationWordingSettings.Changed)}[{row}].";
            // What a module declares that this portal does not have does no harm.
            if (registry.Notifications.Find(declared => declared.Kind.Key == changed.Kind)?.Kind is not { } kind)
            {
                continue;
            }

            if (changed.Subject.AsSpan().ContainsAny('\r', '\n'))
            {
                errors.Add(new SettingsError(prefix + nameof(ChangedWording.Subject), "Subject must be one line"));
            }

            errors.AddRange(
                from field in new[] { (nameof(ChangedWording.Subject), changed.Subject), (nameof(ChangedWording.Summary), changed.Summary), (nameof(ChangedWording.Text), changed.Text) }
                let unknown = PlaceholderText.Unknown(field.Item2, kind.AllPlaceholders.Select(placeholder => placeholder.Name))
                where unknown.Count > 0
                select new SettingsError(prefix + field.Item1, Words(field.Item1, unknown)));
        }

        return Task.FromResult<IReadOnlyList<SettingsError>>(errors);
    }

    private static string Words(string field, IReadOnlyList<string> unknown) => unknown switch
    {
        [var only] when only is "{{" or "}}" => $"{field} has {only} on its own. A placeholder is written like {{{{ given_name }}}}",
        [var only] => $"{field} has the unknown placeholder {only}",
        _ => $"{field} has the unknown placeholders {string.Join(", ", unknown.Take(unknown.Count - 1))} and {unknown[^1]}",
    };
}

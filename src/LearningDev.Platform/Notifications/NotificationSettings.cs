using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Notifications;

/// <summary>When people are told, how long that is kept, and what GOV.UK Notify is asked for; the settings section "NotificationSettings".</summary>
internal sealed class NotificationSettings
{
    /// <summary>The hour at which the quiet hours begin, from 0 to 23 in the council's time.</summary>
    [Display(Name = "Quiet hours begin at", GroupName = "When people are told", Description = "The hour, from 0 to 23: 20 is 8pm. Emails and text messages wait until the quiet hours are over, unless they are urgent")]
    [Range(0, 23)]
    public int QuietFrom { get; set; } = 20;

    /// <summary>The hour at which they end, from 0 to 23; the same as <see cref="QuietFrom"/> when there are none.</summary>
    [Display(Name = "Quiet hours end at", GroupName = "When people are told", Description = "The hour, from 0 to 23. The same as above for no quiet hours"), Range(0, 23)]
    public int QuietUntil { get; set; } = 7;

    /// <summary>The hour of the daily digest that people are offered first, from 0 to 23.</summary>
    [Display(Name = "Hour of the daily digest", GroupName = "When people are told", Description = "From 0 to 23. People who choose a digest can choose another hour"), Range(0, 23)]
    public int DigestHour { get; set; } = 8;

    /// <summary>How many days notifications are kept, from 30 to 3650. As long a person is not told the same again.</summary>
    [Display(Name = "How long notifications are kept", GroupName = "When people are told", Description = "Read or not, in people’s lists"), Range(30, 3650), SettingUnit("days")]
    public int KeepDays { get; set; } = 365;

    /// <summary>The id of the template for text messages at GOV.UK Notify; empty when no text messages are sent.</summary>
    [Display(
        Name = "Template for text messages", GroupName = "GOV.UK Notify",
        Description = "The id of a text message template whose text is ((message)). Leave it empty to send no text messages")]
    [NotifyId]
    public string TextTemplateId { get; set; } = "";

    /// <summary>True when people must type in a code that is sent to their number, before other text messages go there.</summary>
    [Display(Name = "Numbers are proved by a code", GroupName = "GOV.UK Notify", Description = "People type in a code that is sent to their number, before other text messages go there")]
    public bool ProveNumbers { get; set; } = true;

    /// <summary>The id of the sender of text messages at GOV.UK Notify; empty for the service's default.</summary>
    [Display(Name = "Sender of text messages", GroupName = "GOV.UK Notify", Description = "The id of a text message sender. Leave it empty for the default of the service"), NotifyId]
    public string TextSenderId { get; set; } = "";

    /// <summary>The id of the template for emails at GOV.UK Notify; empty when notifications go by the portal's own mail server.</summary>
    [Display(
        Name = "Template for emails", GroupName = "GOV.UK Notify",
        Description = "The id of an email template whose subject is ((subject)) and whose text is ((message)). Leave it empty to send emails by the mail server")]
    [NotifyId]
    public string EmailTemplateId { get; set; } = "";

    /// <summary>The id of the address at GOV.UK Notify that answers to emails go to; empty for the service's default.</summary>
    [Display(Name = "Address for answers", GroupName = "GOV.UK Notify", Description = "The id of a reply-to email address. Leave it empty for the default of the service"), NotifyId]
    public string EmailReplyToId { get; set; } = "";
}

/// <summary>Accepts an id as GOV.UK Notify shows it, and an empty text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotifyIdAttribute() : ValidationAttribute("Enter an id as GOV.UK Notify shows it, like f33517ff-2a88-4f6e-b855-c550268ce08a")
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } id || Guid.TryParseExact(id, "D", out _);
}

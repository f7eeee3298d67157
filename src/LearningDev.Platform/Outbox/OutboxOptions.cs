using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Outbox;

/// <summary>How this node delivers; the configuration's section "Outbox".</summary>
internal sealed class OutboxOptions
{
    /// <summary>False to leave delivering to other nodes.</summary>
    public bool Deliver { get; set; } = true;

    /// <summary>How often a node looks for messages that other nodes have taken in or whose time has come.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a message belongs to the node that has taken it. Afterwards others take it over, because the node must be dead.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many messages of a kind a node takes at once.</summary>
    public int Batch { get; set; } = 20;
}

/// <summary>How messages are tried again and how long they are kept.</summary>
internal sealed class OutboxSettings
{
    /// <summary>How often a message is tried before it is set aside, from 1 to 50.</summary>
    [Display(Name = "How often a message is tried", Description = "Then it is set aside for an administrator"), Range(1, 50), SettingUnit("attempts")]
    public int MaximumAttempts { get; set; } = 10;

    /// <summary>The pause after the first attempt, in seconds, from 1 to 3600. It doubles with each attempt.</summary>
    [Display(Name = "Pause after the first attempt", Description = "It doubles with each attempt"), Range(1, 3600), SettingUnit("seconds")]
    public int FirstPauseSeconds { get; set; } = 10;

    /// <summary>The longest pause between two attempts, in minutes, from 1 to 1440.</summary>
    [Display(Name = "Longest pause between two attempts"), Range(1, 1440), SettingUnit("minutes")]
    public int LongestPauseMinutes { get; set; } = 240;

    /// <summary>How many days delivered messages, and those given up, are listed, from 1 to 3650.</summary>
    [Display(Name = "How long messages are listed", Description = "What became of them; their content is deleted when they are delivered"), Range(1, 3650), SettingUnit("days")]
    public int KeepDays { get; set; } = 30;

    /// <summary>How many minutes the oldest message may be overdue before the health check says "degraded", from 1 to 1440.</summary>
    [Display(Name = "How overdue messages may be", Description = "Then the health check says “degraded”"), Range(1, 1440), SettingUnit("minutes")]
    public int BacklogMinutes { get; set; } = 15;
}

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
    public int MaximumAttempts { get; set; } = 10;

    /// <summary>The pause after the first attempt, in seconds. It doubles with each attempt.</summary>
    public int FirstPauseSeconds { get; set; } = 10;

    /// <summary>The longest pause between two attempts, in minutes.</summary>
    public int LongestPauseMinutes { get; set; } = 240;

    /// <summary>How many days delivered messages, and those given up, are listed.</summary>
    public int KeepDays { get; set; } = 30;

    /// <summary>How many minutes the oldest message may be overdue before the health check says "degraded".</summary>
    public int BacklogMinutes { get; set; } = 15;
}

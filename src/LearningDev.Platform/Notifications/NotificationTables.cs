using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Platform.Notifications.Proving;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications;

/// <summary>What one person was told.</summary>
internal sealed class PersonNotification
{
    public const int SubjectLength = 300;
    public const int SummaryLength = 600;

    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required string Kind { get; init; }

    /// <summary>What makes it one of its kind for the person.</summary>
    public required string Key { get; init; }

    public required string Subject { get; init; }

    public required string Summary { get; init; }

    public required string Text { get; init; }

    /// <summary>The page of the portal that it leads to; empty for none.</summary>
    public string Link { get; init; } = "";

    /// <summary>True when it stands in the person's list; false when the person is told otherwise only.</summary>
    public bool IsListed { get; init; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>When the person opened it or marked it as read; null while it is unread.</summary>
    public DateTime? ReadUtc { get; set; }

    /// <summary>When it goes out with the person's digest; null when it does not, or has.</summary>
    public DateTime? DigestDueUtc { get; set; }
}

/// <summary>That a person has chosen to be told of a kind in a way, or not to, other than the portal would.</summary>
internal sealed class NotificationChoice
{
    public required string PersonId { get; init; }

    public required string Kind { get; init; }

    public required NotificationChannel Channel { get; init; }

    public bool IsOn { get; set; }
}

/// <summary>How a person is told in general.</summary>
internal sealed class NotificationPreference
{
    public required string PersonId { get; init; }

    /// <summary>The hour of the daily digest, from 0 to 23 in the council's time; null to get each email at once.</summary>
    public int? DigestHour { get; set; }

    /// <summary>The number for text messages, in the form +447700900123; empty for none.</summary>
    public string TextNumber { get; set; } = "";

    /// <summary>The number that the person has proved to be theirs; empty for none.</summary>
    public string ProvedNumber { get; set; } = "";
}

internal static class NotificationTables
{
    public const string Notifications = "platform_notification";

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<PersonNotification>(entity =>
        {
            entity.ToTable(Notifications);
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Kind).HasMaxLength(NotificationKind.LongestKey);
            entity.Property(row => row.Key).HasMaxLength(Notification.LongestKey);
            entity.Property(row => row.Subject).HasMaxLength(PersonNotification.SubjectLength);
            entity.Property(row => row.Summary).HasMaxLength(PersonNotification.SummaryLength);
            entity.Property(row => row.Link).HasMaxLength(Notification.LongestLink);
            entity.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.PersonId, row.Key }).IsUnique();
            entity.HasIndex(row => new { row.PersonId, row.CreatedUtc, row.Id });
            entity.HasIndex(row => row.PersonId).HasFilter("read_utc IS NULL").HasDatabaseName("ix_platform_notification_unread");
            entity.HasIndex(row => row.DigestDueUtc).HasFilter("digest_due_utc IS NOT NULL");
            entity.HasIndex(row => row.CreatedUtc);
        });
        builder.Entity<NotificationChoice>(entity =>
        {
            entity.ToTable("platform_notification_choice");
            entity.HasKey(row => new { row.PersonId, row.Kind, row.Channel });
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Kind).HasMaxLength(NotificationKind.LongestKey);
            entity.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<NotificationPreference>(entity =>
        {
            entity.ToTable("platform_notification_preference");
            entity.HasKey(row => row.PersonId);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.TextNumber).HasMaxLength(20);
            entity.Property(row => row.ProvedNumber).HasMaxLength(20);
            entity.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<NumberProof>(entity =>
        {
            entity.ToTable("platform_number_proof");
            entity.HasKey(row => row.PersonId);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Number).HasMaxLength(20);
            entity.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<NotifyHandOver>(entity =>
        {
            entity.ToTable("platform_notify_hand_over");
            entity.HasKey(row => row.Reference);
            entity.Property(row => row.Reference).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.NotifyId).HasMaxLength(36);
            entity.Property(row => row.About).HasMaxLength(NotifyHandOver.LongestAbout);
            entity.HasIndex(row => row.BegunUtc);
            entity.HasIndex(row => new { row.State, row.ChangedUtc });
        });
    }
}

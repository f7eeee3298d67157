using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Data;

namespace LearningDev.Partnerships.Meetings;

/// <summary>How two people meet.</summary>
internal enum MeetingKind
{
    /// <summary>In one room.</summary>
    [Display(Name = "In person")]
    InPerson,

    /// <summary>By video.</summary>
    [Display(Name = "By video")]
    Video,

    /// <summary>By telephone.</summary>
    [Display(Name = "By telephone")]
    Telephone,
}

/// <summary>Where a meeting stands.</summary>
internal enum MeetingState
{
    /// <summary>It is to come.</summary>
    Planned,

    /// <summary>It was held, and its minutes count.</summary>
    Held,

    /// <summary>It was called off.</summary>
    Cancelled,
}

/// <summary>A meeting of two partners. What is said in it stands in no column.</summary>
internal sealed class MeetingRow
{
    public const int MostMinutes = 480;

    public string Id { get; init; } = Identifiers.New();

    public required string PartnershipId { get; init; }

    public required DateOnly Day { get; set; }

    /// <summary>When it begins, by the clock on the wall; null for one that was only recorded.</summary>
    public TimeOnly? Time { get; set; }

    public required int Minutes { get; set; }

    public required MeetingKind Kind { get; set; }

    public required MeetingState State { get; set; }

    /// <summary>The id of the place or link among the words in confidence; null for none.</summary>
    public string? PlaceId { get; set; }

    /// <summary>Who has changed it last.</summary>
    public required string ChangedById { get; set; }

    public required DateTime ChangedUtc { get; set; }

    /// <summary>When the two were reminded of it; null while they were not.</summary>
    public DateTime? RemindedUtc { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }
}

using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests;

/// <summary>Where a training request stands.</summary>
internal enum RequestState
{
    /// <summary>The person is still writing it.</summary>
    Draft,

    /// <summary>It is sent, and somebody has to decide.</summary>
    Sent,

    /// <summary>It has come back to be changed and sent again.</summary>
    SentBack,

    /// <summary>Its case is stuck; an administrator has to look at it.</summary>
    HeldUp,

    /// <summary>It is approved.</summary>
    Approved,

    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>The person has withdrawn it.</summary>
    Withdrawn,

    /// <summary>Its case has ended without a decision.</summary>
    Closed,
}

/// <summary>A training request as lists need it; written when its item is saved and when its case goes on, in the same transaction.</summary>
internal sealed class RequestRow
{
    public const int NameLength = 201;
    public const int UnitLength = 200;
    public const int ChoiceLength = 100;
    public const int OutcomeLength = 200;

    /// <summary>The id of the content item.</summary>
    public required string ItemId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The person's name when it was last saved.</summary>
    public string PersonName { get; set; } = "";

    /// <summary>The directorate of the person when it was last saved; null for none.</summary>
    public string? DirectorateId { get; set; }

    public string Title { get; set; } = "";

    /// <summary>What the costs come to, in pounds.</summary>
    public decimal Total { get; set; }

    /// <summary>The value of the classification; empty as long as it is not answered.</summary>
    public string Classification { get; set; } = "";

    /// <summary>The value of the source of funding; empty as long as it is not answered.</summary>
    public string Source { get; set; } = "";

    public DateOnly? StartsOn { get; set; }

    public RequestState State { get; set; } = RequestState.Draft;

    /// <summary>The case that decides about it; null as long as it was not sent.</summary>
    public string? CaseId { get; set; }

    /// <summary>How its case ended, in the words of the workflow; empty while it goes on.</summary>
    public string Outcome { get; set; } = "";

    public required DateTime CreatedUtc { get; init; }

    public DateTime ChangedUtc { get; set; }

    /// <summary>When it was first sent; null as long as it was not.</summary>
    public DateTime? SentUtc { get; set; }

    /// <summary>When it was decided, withdrawn or closed; null while it goes on.</summary>
    public DateTime? DecidedUtc { get; set; }

    /// <summary>True while the person can change it.</summary>
    public bool CanChange => State is RequestState.Draft or RequestState.SentBack;

    /// <summary>True when nothing more happens to it.</summary>
    public bool HasEnded => State is RequestState.Approved or RequestState.Refused or RequestState.Withdrawn or RequestState.Closed;
}

internal static class RequestTables
{
    extension(PortalDb db)
    {
        public DbSet<RequestRow> TrainingRequests => db.Set<RequestRow>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<RequestRow>(entity =>
    {
        entity.ToTable("funding_training_request");
        entity.HasKey(row => row.ItemId);
        entity.Property(row => row.ItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.PersonName).HasMaxLength(RequestRow.NameLength);
        entity.Property(row => row.DirectorateId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Title).HasMaxLength(TitlePart.MaximumLength);
        entity.Property(row => row.Total).HasPrecision(18, 2);
        entity.Property(row => row.Classification).HasMaxLength(RequestRow.ChoiceLength);
        entity.Property(row => row.Source).HasMaxLength(RequestRow.ChoiceLength);
        entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Outcome).HasMaxLength(RequestRow.OutcomeLength);
        entity.HasIndex(row => new { row.PersonId, row.ChangedUtc });
        entity.HasIndex(row => new { row.State, row.SentUtc });
        entity.HasIndex(row => row.CaseId).IsUnique();
    });
}

/// <summary>A training request was sent to be decided about. What it says stands in no audit.</summary>
internal sealed record TrainingRequestSent(string ItemId, string Title, string CaseId) : IPortalEvent
{
    public AuditSubject Subject => new(TrainingRequest.ContentType, ItemId, Title);

    public string Summary => $"Sent the training request {Title}";
}

/// <summary>A training request was changed and sent again.</summary>
internal sealed record TrainingRequestSentAgain(string ItemId, string Title, string CaseId) : IPortalEvent
{
    public AuditSubject Subject => new(TrainingRequest.ContentType, ItemId, Title);

    public string Summary => $"Sent the training request {Title} again";
}

/// <summary>A training request was approved.</summary>
internal sealed record TrainingRequestApproved(string ItemId, string Title, string PersonId, decimal Total, string Source) : IPortalEvent
{
    public AuditSubject Subject => new(TrainingRequest.ContentType, ItemId, Title);

    public string Summary => $"Approved the training request {Title}";
}

/// <summary>A training request was refused.</summary>
internal sealed record TrainingRequestRefused(string ItemId, string Title, string PersonId) : IPortalEvent
{
    public AuditSubject Subject => new(TrainingRequest.ContentType, ItemId, Title);

    public string Summary => $"Refused the training request {Title}";
}

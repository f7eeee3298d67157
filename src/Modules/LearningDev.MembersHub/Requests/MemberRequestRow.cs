using LearningDev.Content.Items;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests;

/// <summary>Where a member's training request stands.</summary>
internal enum MemberRequestState
{
    /// <summary>The member is still writing it.</summary>
    Draft,

    /// <summary>It is sent, and somebody has to sign.</summary>
    Sent,

    /// <summary>It has come back to be changed and sent again.</summary>
    SentBack,

    /// <summary>Its case is stuck; an administrator has to look at it.</summary>
    HeldUp,

    /// <summary>It is agreed, and what it costs is set aside.</summary>
    Agreed,

    /// <summary>The invoice is recorded.</summary>
    Paid,

    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>The member has withdrawn it before it was agreed.</summary>
    Withdrawn,

    /// <summary>It was cancelled after it was agreed.</summary>
    Cancelled,

    /// <summary>Its case has ended without a decision.</summary>
    Closed,
}

/// <summary>A member's training request as lists need it; written when its item is saved and when its case goes on, in the same transaction.</summary>
internal sealed class MemberRequestRow
{
    public const int OutcomeLength = 200;
    public const int ProviderLength = 200;
    public const int ReferenceLength = 100;

    public required string ItemId { get; init; }

    public required string PersonId { get; init; }

    public required string PersonName { get; set; }

    public string Title { get; set; } = "";

    public string Provider { get; set; } = "";

    public long TotalPence { get; set; }

    /// <summary>One of <see cref="FundingWays"/>; empty as long as it is not answered.</summary>
    public string Funding { get; set; } = "";

    public DateOnly? StartsOn { get; set; }

    public MemberRequestState State { get; set; } = MemberRequestState.Draft;

    /// <summary>The case that decides about it; null as long as it was not sent.</summary>
    public string? CaseId { get; set; }

    /// <summary>How its case ended, in the words of the workflow; empty while it goes on.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>What the invoice came to; null as long as there is none.</summary>
    public long? InvoicePence { get; set; }

    public string InvoiceReference { get; set; } = "";

    public DateOnly? InvoicedOn { get; set; }

    public DateTime ChangedUtc { get; set; }

    public DateTime? SentUtc { get; set; }

    public DateTime? DecidedUtc { get; set; }

    public bool CanChange => State is MemberRequestState.Draft or MemberRequestState.SentBack;
}

internal static class MemberRequestTables
{
    extension(PortalDb db)
    {
        public DbSet<MemberRequestRow> MemberRequests => db.Set<MemberRequestRow>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<MemberRequestRow>(entity =>
    {
        entity.ToTable("members_training_request", table => table.HasCheckConstraint("ck_members_training_request_money", "total_pence >= 0 AND (invoice_pence IS NULL OR invoice_pence > 0)"));
        entity.HasKey(row => row.ItemId);
        entity.Property(row => row.ItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.PersonName).HasMaxLength(TermRow.PersonNameLength);
        entity.Property(row => row.Title).HasMaxLength(TitlePart.MaximumLength);
        entity.Property(row => row.Provider).HasMaxLength(MemberRequestRow.ProviderLength);
        entity.Property(row => row.Funding).HasMaxLength(60);
        entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Outcome).HasMaxLength(MemberRequestRow.OutcomeLength);
        entity.Property(row => row.InvoiceReference).HasMaxLength(MemberRequestRow.ReferenceLength);
        entity.HasIndex(row => new { row.PersonId, row.ChangedUtc });
        entity.HasIndex(row => new { row.State, row.SentUtc });
        entity.HasIndex(row => row.CaseId).IsUnique();
    });
}

/// <summary>A member's training request was sent, or sent again after changes. What it says stands in no audit.</summary>
internal sealed record MemberTrainingRequestSent(string ItemId, string Title, string CaseId, bool IsAgain) : IPortalEvent
{
    public AuditSubject Subject => new(MemberTrainingRequest.ContentType, ItemId, Title);

    public string Summary => $"Sent the member training request {Title}{(IsAgain ? " again" : "")}";
}

/// <summary>It was decided about a member's training request.</summary>
internal sealed record MemberTrainingRequestDecided(string ItemId, string Title, string PersonId, bool IsAgreed) : IPortalEvent
{
    public AuditSubject Subject => new(MemberTrainingRequest.ContentType, ItemId, Title);

    public string Summary => $"{(IsAgreed ? "Agreed" : "Refused")} the member training request {Title}";
}

/// <summary>An agreed training request of a member was cancelled.</summary>
internal sealed record MemberTrainingRequestCancelled(string ItemId, string Title, string PersonId, string Why) : IPortalEvent
{
    public AuditSubject Subject => new(MemberTrainingRequest.ContentType, ItemId, Title);

    public string Summary => $"Cancelled the member training request {Title}";

    public string Reason => Why;
}

/// <summary>The invoice of a member's training was recorded.</summary>
internal sealed record MemberTrainingInvoiced(string ItemId, string Title, string PersonId, long Pence, string Reference) : IPortalEvent
{
    public AuditSubject Subject => new(MemberTrainingRequest.ContentType, ItemId, Title);

    public string Summary => $"Recorded an invoice of {Budgets.Pence.Words(Pence)} for the member training request {Title}";
}

using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.LookingBack;
using LearningDev.Partnerships.Meetings;
using LearningDev.Partnerships.Notes;
using LearningDev.Partnerships.Sharing;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningDev.Partnerships.Together;

internal static class PartnershipTables
{
    extension(PortalDb db)
    {
        public DbSet<PartnershipRow> Partnerships => db.Set<PartnershipRow>();

        public DbSet<PartnershipThemeRow> PartnershipThemes => db.Set<PartnershipThemeRow>();

        public DbSet<MeetingRow> PartnershipMeetings => db.Set<MeetingRow>();

        public DbSet<NoteRow> PartnershipNotes => db.Set<NoteRow>();

        public DbSet<ReviewRow> PartnershipReviews => db.Set<ReviewRow>();

        public DbSet<EvaluationRow> PartnershipEvaluations => db.Set<EvaluationRow>();

        public DbSet<SharedLearningRow> PartnershipSharedLearning => db.Set<SharedLearningRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<PartnershipRow>(entity =>
        {
            entity.ToTable("partnerships_partnership", table =>
            {
                table.HasCheckConstraint("ck_partnerships_partnership_people", "guide_id <> learner_id");
                table.HasCheckConstraint("ck_partnerships_partnership_minutes", "minutes >= 0");
                table.HasCheckConstraint("ck_partnerships_partnership_end", "(state = 'Closed') = (\"end\" IS NOT NULL)");
            });
            Ids(entity, nameof(PartnershipRow.Id), nameof(PartnershipRow.GuideId), nameof(PartnershipRow.LearnerId), nameof(PartnershipRow.SourceId), nameof(PartnershipRow.OriginId),
                nameof(PartnershipRow.ClosedById), nameof(PartnershipRow.ManagerId), nameof(PartnershipRow.GoalsId), nameof(PartnershipRow.FarewellId));
            entity.Property(row => row.KindId).HasMaxLength(PartnershipRow.KindLength);
            entity.Property(row => row.SourceName).HasMaxLength(PartnershipRow.NameLength);
            entity.Property(row => row.MostHours).HasPrecision(5, 2);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasOne<ConfidentialTextRow>().WithMany().HasForeignKey(row => row.GoalsId).OnDelete(DeleteBehavior.SetNull);
            entity.HasOne<ConfidentialTextRow>().WithMany().HasForeignKey(row => row.FarewellId).OnDelete(DeleteBehavior.SetNull);
            entity.HasIndex(row => new { row.GuideId, row.State });
            entity.HasIndex(row => new { row.LearnerId, row.State });
            entity.HasIndex(row => new { row.State, row.KindId });
            entity.HasIndex(row => row.OriginId);
            entity.HasIndex(row => new { row.KindId, row.GuideId, row.LearnerId }).IsUnique().HasFilter("state <> 'Closed'").HasDatabaseName("ix_partnerships_partnership_open");
        });
        builder.Entity<PartnershipThemeRow>(entity =>
        {
            entity.ToTable("partnerships_theme");
            entity.HasKey(row => new { row.PartnershipId, row.TermId });
            Ids(entity, nameof(PartnershipThemeRow.PartnershipId), nameof(PartnershipThemeRow.TermId));
            OfPartnership(entity);
            entity.HasIndex(row => row.TermId);
        });
        builder.Entity<MeetingRow>(entity =>
        {
            entity.ToTable("partnerships_meeting", table => table.HasCheckConstraint("ck_partnerships_meeting_minutes", "minutes > 0 AND minutes <= 480"));
            Ids(entity, nameof(MeetingRow.Id), nameof(MeetingRow.PartnershipId), nameof(MeetingRow.ChangedById), nameof(MeetingRow.PlaceId));
            entity.Property(row => row.Revision).IsConcurrencyToken();
            OfPartnership(entity);
            entity.HasOne<ConfidentialTextRow>().WithMany().HasForeignKey(row => row.PlaceId).OnDelete(DeleteBehavior.SetNull);
            entity.HasIndex(row => new { row.PartnershipId, row.Day });
            entity.HasIndex(row => new { row.State, row.Day });
        });
        builder.Entity<NoteRow>(entity =>
        {
            entity.ToTable("partnerships_note");
            Ids(entity, nameof(NoteRow.Id), nameof(NoteRow.PartnershipId), nameof(NoteRow.AuthorId), nameof(NoteRow.TextId));
            OfPartnership(entity);
            entity.HasOne<ConfidentialTextRow>().WithMany().HasForeignKey(row => row.TextId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.PartnershipId, row.MadeUtc });
        });
        builder.Entity<ReviewRow>(entity =>
        {
            entity.ToTable("partnerships_review", table => table.HasCheckConstraint(
                "ck_partnerships_review_ratings", "helped BETWEEN 1 AND 5 AND progress BETWEEN 1 AND 5 AND openness BETWEEN 1 AND 5"));
            entity.HasKey(row => new { row.PartnershipId, row.PersonId });
            Ids(entity, nameof(ReviewRow.PartnershipId), nameof(ReviewRow.PersonId), nameof(ReviewRow.WordsId));
            OfPartnership(entity);
            entity.HasOne<ConfidentialTextRow>().WithMany().HasForeignKey(row => row.WordsId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<EvaluationRow>(entity =>
        {
            entity.ToTable("partnerships_evaluation", table => table.HasCheckConstraint("ck_partnerships_evaluation_rating", "rating BETWEEN 1 AND 5"));
            entity.HasKey(row => new { row.PartnershipId, row.PersonId });
            Ids(entity, nameof(EvaluationRow.PartnershipId), nameof(EvaluationRow.PersonId), nameof(EvaluationRow.WordsId));
            OfPartnership(entity);
            entity.HasOne<ConfidentialTextRow>().WithMany().HasForeignKey(row => row.WordsId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<SharedLearningRow>(entity =>
        {
            entity.ToTable("partnerships_shared_learning", table => table.HasCheckConstraint("ck_partnerships_shared_learning_minutes", "minutes >= 0"));
            Ids(entity, nameof(SharedLearningRow.Id), nameof(SharedLearningRow.PartnershipId), nameof(SharedLearningRow.PersonId), nameof(SharedLearningRow.ReflectionId));
            OfPartnership(entity);
            entity.HasOne<ConfidentialTextRow>().WithMany().HasForeignKey(row => row.ReflectionId).OnDelete(DeleteBehavior.SetNull);
            entity.HasIndex(row => new { row.PersonId, row.PartnershipId });
        });
    }

    private static void Ids<T>(EntityTypeBuilder<T> entity, params IEnumerable<string> names) where T : class
    {
        foreach (var name in names)
        {
            entity.Property<string>(name).HasMaxLength(Identifiers.MaximumLength);
        }
    }

    private static void OfPartnership<T>(EntityTypeBuilder<T> entity) where T : class =>
        entity.HasOne<PartnershipRow>().WithMany().HasForeignKey(nameof(MeetingRow.PartnershipId)).OnDelete(DeleteBehavior.Cascade);
}

using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Members;

internal static class MemberTables
{
    private const int KindLength = 30;

    extension(PortalDb db)
    {
        public DbSet<WardRow> MemberWards => db.Set<WardRow>();

        public DbSet<PoliticalGroupRow> PoliticalGroups => db.Set<PoliticalGroupRow>();

        public DbSet<BodyRow> MemberBodies => db.Set<BodyRow>();

        public DbSet<TermRow> MemberTerms => db.Set<TermRow>();

        public DbSet<GroupMembershipRow> GroupMemberships => db.Set<GroupMembershipRow>();

        public DbSet<OfficeRow> MemberOffices => db.Set<OfficeRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<WardRow>(entity =>
        {
            entity.ToTable("members_ward", table => table.HasCheckConstraint("ck_members_ward_seats", "seats >= 1 AND seats <= 9"));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Name).HasMaxLength(WardRow.NameLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });
        builder.Entity<PoliticalGroupRow>(entity =>
        {
            entity.ToTable("members_group");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Name).HasMaxLength(PoliticalGroupRow.NameLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });
        builder.Entity<BodyRow>(entity =>
        {
            entity.ToTable("members_body");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Name).HasMaxLength(BodyRow.NameLength);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(KindLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });
        builder.Entity<TermRow>(entity =>
        {
            entity.ToTable("members_term", table => table.HasCheckConstraint("ck_members_term_days", "\"until\" IS NULL OR \"until\" >= \"from\""));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(TermRow.PersonNameLength);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(KindLength);
            entity.Property(row => row.EndReason).HasMaxLength(TermRow.ReasonLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasOne<WardRow>().WithMany().HasForeignKey(row => row.WardId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.PersonId, row.From }).IsUnique();
        });
        builder.Entity<GroupMembershipRow>(entity =>
        {
            entity.ToTable("members_group_membership", table => table.HasCheckConstraint("ck_members_group_membership_days", "\"until\" IS NULL OR \"until\" >= \"from\""));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasOne<PoliticalGroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.PersonId, row.From }).IsUnique();
        });
        builder.Entity<OfficeRow>(entity =>
        {
            entity.ToTable("members_office", table => table.HasCheckConstraint("ck_members_office_days", "\"until\" IS NULL OR \"until\" >= \"from\""));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(KindLength);
            entity.Property(row => row.Title).HasMaxLength(OfficeRow.TitleLength);
            entity.HasOne<BodyRow>().WithMany().HasForeignKey(row => row.BodyId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<PoliticalGroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.PersonId, row.From });
            entity.HasIndex(row => new { row.BodyId, row.From });
        });
    }
}

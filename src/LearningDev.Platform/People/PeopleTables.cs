using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People;

internal static class PeopleTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Person>(entity =>
        {
            entity.ToTable("people_person");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.GivenName).HasMaxLength(100);
            entity.Property(row => row.FamilyName).HasMaxLength(100);
            entity.Property(row => row.EmployeeNumber).HasMaxLength(40);
            entity.Property(row => row.JobTitle).HasMaxLength(200);
            entity.Property(row => row.Grade).HasMaxLength(40);
            entity.Property(row => row.RoleLevel).HasMaxLength(60);
            entity.Property(row => row.FullTimeFraction).HasPrecision(5, 4);
            entity.HasOne<OrganisationUnit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Person>().WithMany().HasForeignKey(row => row.LineManagerId).OnDelete(DeleteBehavior.SetNull);
            entity.HasIndex(row => row.EmployeeNumber).IsUnique().HasFilter("employee_number <> ''");
        });
        builder.Entity<OrganisationUnit>(entity =>
        {
            entity.ToTable("people_unit");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Code).HasMaxLength(40);
            entity.Property(row => row.Name).HasMaxLength(200);
            entity.HasIndex(row => row.Code).IsUnique();
            entity.HasOne<OrganisationUnit>().WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Person>().WithMany().HasForeignKey(row => row.HeadId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<Role>(entity =>
        {
            entity.ToTable("people_role");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Description).HasMaxLength(400);
        });
        builder.Entity<IdentityRoleClaim<string>>().ToTable("people_role_claim");
        builder.Entity<IdentityUserClaim<string>>().ToTable("people_person_claim");
        builder.Entity<IdentityUserLogin<string>>().ToTable("people_person_login");
        builder.Entity<IdentityUserToken<string>>().ToTable("people_person_token");
    }
}

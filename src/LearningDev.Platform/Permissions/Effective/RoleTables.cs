using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions.Effective;

internal static class RoleTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<RoleAssignment>(entity =>
        {
            entity.ToTable("people_person_role");
            entity.Property(row => row.Reason).HasMaxLength(RoleAssignment.ReasonLength).HasDefaultValue("");
            entity.Property(row => row.AssignedBy).HasMaxLength(200).HasDefaultValue("");
        });
        builder.Entity<RoleRule>(entity =>
        {
            entity.ToTable("people_role_rule");
            entity.Property(row => row.Id).HasMaxLength(Data.Identifiers.MaximumLength);
            entity.Property(row => row.Value).HasMaxLength(100);
            entity.HasOne<Role>().WithMany().HasForeignKey(row => row.RoleId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.RoleId, row.Kind, row.Value }).IsUnique();
        });
    }
}

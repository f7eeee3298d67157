using LearningDev.Platform.Data;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.Platform.People.Accounts.History;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.People.Accounts.Resetting;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.People.SignIn.Keeping;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningDev.Platform.People.Accounts;

internal static class AccountTables
{
    private const int HashLength = 64;
    private const int SealedKeyLength = 500;

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<IdentityUserPasskey<string>>(entity =>
        {
            entity.ToTable("people_passkey");
            entity.OwnsOne(row => row.Data, data => data.ToJson("data"));
        });
        builder.Entity<Session>(entity =>
        {
            entity.ToTable("people_session");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Device).HasMaxLength(DeviceWords.Longest);
            entity.Property(row => row.Network).HasMaxLength(DeviceWords.Longest);
            BelongsToPerson(entity);
            entity.HasIndex(row => row.PersonId);
        });
        builder.Entity<SignInRecord>(entity =>
        {
            entity.ToTable("people_sign_in");
            entity.Property(row => row.Device).HasMaxLength(DeviceWords.Longest);
            entity.Property(row => row.Network).HasMaxLength(DeviceWords.Longest);
            BelongsToPerson(entity);
            entity.HasIndex(row => new { row.PersonId, row.Id });
        });
        builder.Entity<Lockout>(entity =>
        {
            entity.ToTable("people_lockout");
            entity.HasKey(row => row.NameKey);
            entity.Property(row => row.NameKey).HasMaxLength(HashLength);
        });
        builder.Entity<RecoveryCode>(entity =>
        {
            entity.ToTable("people_recovery_code");
            entity.Property(row => row.Hash).HasMaxLength(HashLength);
            BelongsToPerson(entity);
            entity.HasIndex(row => new { row.PersonId, row.Hash }).IsUnique();
        });
        builder.Entity<Authenticator>(entity =>
        {
            entity.ToTable("people_authenticator");
            entity.HasKey(row => row.PersonId);
            entity.Property(row => row.Key).HasMaxLength(SealedKeyLength);
            BelongsToPerson(entity);
        });
        builder.Entity<PasswordReset>(entity =>
        {
            entity.ToTable("people_password_reset");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Hash).HasMaxLength(HashLength);
            BelongsToPerson(entity);
            entity.HasIndex(row => row.Hash).IsUnique();
            entity.HasIndex(row => row.PersonId);
        });
        builder.Entity<KnownBrowser>(entity =>
        {
            entity.ToTable("people_browser");
            entity.HasKey(row => new { row.PersonId, row.Hash });
            entity.Property(row => row.Hash).HasMaxLength(HashLength);
            BelongsToPerson(entity);
        });
        builder.Entity<KeptForm>(entity =>
        {
            entity.ToTable("people_kept_form");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            BelongsToPerson(entity);
            entity.HasIndex(row => new { row.PersonId, row.KeptUtc });
            entity.HasIndex(row => row.KeptUtc);
        });
    }

    private static void BelongsToPerson<T>(EntityTypeBuilder<T> entity) where T : class
    {
        entity.Property("PersonId").HasMaxLength(Identifiers.MaximumLength);
        entity.HasOne(typeof(Person)).WithMany().HasForeignKey("PersonId").OnDelete(DeleteBehavior.Cascade);
    }
}

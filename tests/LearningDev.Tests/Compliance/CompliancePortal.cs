using LearningDev.Compliance.Records;
using LearningDev.Tests.Platform.Permissions;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningDev.Tests.Compliance;

/// <summary>The demonstration council with its rules and its attendance, on Tuesday 1 December 2026. Each class that writes has members of its own.</summary>
public class CompliancePortal : PortalHost
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero) - Clock.GetUtcNow());
    }
}

/// <summary>One portal for all pages of mandatory training.</summary>
[CollectionDefinition(Name)]
public sealed class ComplianceCollection : ICollectionFixture<CompliancePortal>
{
    public const string Name = "Compliance";
}

/// <summary>Looks into what is recorded.</summary>
internal static class ComplianceRecords
{
    public const string Officer = "democratic-services";

    public static Task<List<CompletionRow>> RecordsOfAsync(this PortalHost portal, string personId) =>
        portal.ReadAsync(db => db.TrainingCompletions.AsNoTracking().Where(row => row.PersonId == personId).OrderBy(row => row.Day).ToListAsync());

    public static Task<List<ExemptionRow>> ExemptionsOfAsync(this PortalHost portal, string personId) =>
        portal.ReadAsync(db => db.TrainingExemptions.AsNoTracking().Where(row => row.PersonId == personId).OrderBy(row => row.From).ToListAsync());

    /// <summary>The events of a person in the audit of a kind, the oldest first, as people read them.</summary>
    public static Task<List<string>> AuditOfAsync(this PortalHost portal, string personId, string kind) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == personId && row.Event == kind).OrderBy(row => row.Id).Select(row => row.Summary).ToListAsync());

    public static (string, string?)[] Date(string name, DateOnly day) => [($"{name}.Day", $"{day.Day}"), ($"{name}.Month", $"{day.Month}"), ($"{name}.Year", $"{day.Year}")];
}

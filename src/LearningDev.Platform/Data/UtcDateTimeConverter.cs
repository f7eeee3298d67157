using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningDev.Platform.Data;

/// <summary>Every moment in the database is UTC; SQLite forgets that when it reads, so it is said again.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    moment => moment.Kind == DateTimeKind.Utc ? moment : moment.ToUniversalTime(),
    moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc));

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningDev.Platform.Calendar;

/// <summary>A day of every year, for example 1 April. Kept as "04-01".</summary>
/// <param name="Month">The month, from 1 to 12.</param>
/// <param name="Day">The day of the month, from 1.</param>
[JsonConverter(typeof(DayMonthConverter))]
public readonly record struct DayMonth(int Month, int Day) : IComparable<DayMonth>
{
    // A leap year: 29 February is a day that some years have.
    private const int LeapYear = 2024;

    /// <summary>True for a day that at least some years have.</summary>
    public bool IsReal => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(LeapYear, Month);

    /// <summary>The day in a year; 29 February is 28 February in a year without one.</summary>
    /// <param name="year">The year, from 1 to 9999.</param>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    /// <inheritdoc />
    public int CompareTo(DayMonth other) => (Month, Day).CompareTo((other.Month, other.Day));

    /// <inheritdoc />
    public override string ToString() => IsReal ? In(LeapYear).ToString("d MMMM", CultureInfo.GetCultureInfo("en-GB")) : "";

    /// <summary>Compares by month, then by day.</summary>
    public static bool operator <(DayMonth one, DayMonth other) => one.CompareTo(other) < 0;

    /// <summary>Compares by month, then by day.</summary>
    public static bool operator >(DayMonth one, DayMonth other) => one.CompareTo(other) > 0;

    /// <summary>Compares by month, then by day.</summary>
    public static bool operator <=(DayMonth one, DayMonth other) => one.CompareTo(other) <= 0;

    /// <summary>Compares by month, then by day.</summary>
    public static bool operator >=(DayMonth one, DayMonth other) => one.CompareTo(other) >= 0;
}

internal sealed class DayMonthConverter : JsonConverter<DayMonth>
{
    public override DayMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = reader.GetString()?.Split('-') ?? [];
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && new DayMonth(month, day) is { IsReal: true } real
                ? real
                : throw new JsonException("A day of every year is written as month and day, for example 04-01.");
    }

    public override void Write(Utf8JsonWriter writer, DayMonth value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Month:00}-{value.Day:00}"));
}

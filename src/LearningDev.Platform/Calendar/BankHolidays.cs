using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningDev.Platform.Calendar;

/// <summary>The bank holidays that are shipped with the portal: from 2012 on, for as many years as had been published (bank-holidays.LICENCE.md).</summary>
public sealed class BankHolidays
{
    private static readonly Lazy<IReadOnlyDictionary<string, Division>> Shipped = new(Read);

    private BankHolidays(IReadOnlyList<BankHoliday> days)
    {
        Days = days;
        // A year is published whole.
        KnownFrom = new DateOnly(days[0].Date.Year, 1, 1);
        KnownUntil = new DateOnly(days[^1].Date.Year, 12, 31);
    }

    /// <summary>The days, earliest first.</summary>
    public IReadOnlyList<BankHoliday> Days { get; }

    /// <summary>The first day of which it is known whether it is a bank holiday.</summary>
    public DateOnly KnownFrom { get; }

    /// <summary>The last day of which it is known whether it is a bank holiday.</summary>
    public DateOnly KnownUntil { get; }

    /// <summary>The bank holidays of a nation.</summary>
    public static BankHolidays Of(Nation nation) => new(
    [
        .. Shipped.Value[nation switch { Nation.Scotland => "scotland", Nation.NorthernIreland => "northern-ireland", _ => "england-and-wales" }]
            .Events.OrderBy(day => day.Date),
    ]);

    private static IReadOnlyDictionary<string, Division> Read()
    {
        const string Name = "LearningDev.Platform.Calendar.bank-holidays.json";
        using var file = typeof(BankHolidays).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, Division>>(file) ?? throw new InvalidOperationException($"{Name} is empty.");
    }

    private sealed record Division([property: JsonPropertyName("events")] IReadOnlyList<BankHoliday> Events);
}

/// <summary>A bank holiday.</summary>
/// <param name="Name">What it is called, for example "Boxing Day".</param>
/// <param name="Date">The day on which it is kept.</param>
public sealed record BankHoliday([property: JsonPropertyName("title")] string Name, [property: JsonPropertyName("date")] DateOnly Date);

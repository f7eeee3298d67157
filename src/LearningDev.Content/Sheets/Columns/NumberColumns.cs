using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Fields;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Sheets.Files;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>Yes or no.</summary>
internal sealed class BooleanColumn(FieldPlace place) : FieldColumn(place)
{
    private static readonly string[] Yes = ["yes", "y", "true", "1", "x", "✓"];
    private static readonly string[] No = ["no", "n", "false", "0", "-"];

    public override string Form => "Yes or no";

    public override bool IsOneChoice => true;

    public override ValueTask<IReadOnlyList<string>> ChoicesAsync(SheetWords words, CancellationToken cancellation) => new(["Yes", "No"]);

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) =>
        new(new SheetCell(value[nameof(BooleanField.Value)] is null ? "" : FieldCheck.Read<BooleanField>(value).Value ? "Yes" : "No"));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var text = Text(cell).ToLowerInvariant();
        if (text.Length == 0)
        {
            value.Remove(nameof(BooleanField.Value));
            return new((string?)null);
        }

        if (!Yes.Contains(text) && !No.Contains(text))
        {
            return new($"“{cell}” must be yes or no");
        }

        if (value[nameof(BooleanField.Value)] is null || FieldCheck.Read<BooleanField>(value).Value != Yes.Contains(text))
        {
            value[nameof(BooleanField.Value)] = Yes.Contains(text);
        }

        return new((string?)null);
    }
}

/// <summary>A number. Commas between thousands and a pound sign are understood.</summary>
internal sealed class NumberColumn(FieldPlace place) : FieldColumn(place)
{
    private const NumberStyles Accepted = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowExponent;

    public override string Form => Place.Settings<NumericFieldSettings>().Scale == 0 ? "A whole number" : "A number, with a point before decimals";

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) =>
        new(new SheetCell(FieldCheck.Read<NumericField>(value).Value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "", CellKind.Number));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        var text = Text(cell).TrimStart('£').Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            value.Remove(nameof(NumericField.Value));
        }
        else if (!decimal.TryParse(text, Accepted, CultureInfo.InvariantCulture, out var number))
        {
            return new($"“{cell}” must be a number");
        }
        else if (FieldCheck.Read<NumericField>(value).Value != number)
        {
            value[nameof(NumericField.Value)] = number;
        }

        return new((string?)null);
    }
}

/// <summary>A day.</summary>
internal sealed class DayColumn(FieldPlace place) : FieldColumn(place)
{
    public override string Form => "A day, like 2027-03-31 or 31/3/2027";

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) => new(
        FieldCheck.Read<DateField>(value).Value is { } day ? new SheetCell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Day) : SheetCell.Empty);

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        if (cell.IsEmpty)
        {
            value.Remove(nameof(DateField.Value));
        }
        else if (SheetTimes.Day(cell) is not { } day)
        {
            return new($"“{cell}” must be a real day, like 2027-03-31 or 31/3/2027");
        }
        else if (FieldCheck.Read<DateField>(value).Value is not { } current || DateOnly.FromDateTime(current) != day)
        {
            value[nameof(DateField.Value)] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        }

        return new((string?)null);
    }
}

/// <summary>A moment, as the clocks of the portal's time zone show it.</summary>
internal sealed class MomentColumn(FieldPlace place) : FieldColumn(place)
{
    private const string Shape = "yyyy-MM-dd HH:mm:ss";

    public override string Form => "A day and a time, like 2027-03-31 14:30 or 31/3/2027 2:30pm";

    protected override async ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words)
    {
        if (Moment(value) is not { } moment)
        {
            return SheetCell.Empty;
        }

        // In the hour that comes twice, only the moment in UTC says which of the two is meant.
        var local = await words.LocalAsync(moment);
        return await words.UtcAsync(local) == moment
            ? new SheetCell(local.ToString(Shape, CultureInfo.InvariantCulture), CellKind.Moment)
            : new SheetCell(moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    protected override async ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        if (cell.IsEmpty)
        {
            value.Remove(nameof(DateTimeField.Value));
            return null;
        }

        if (SheetTimes.Moment(cell) is not { } read)
        {
            return $"“{cell}” must be a day and a time, like 2027-03-31 14:30";
        }

        if ((read.Kind == DateTimeKind.Utc ? read : await words.UtcAsync(read)) is not { } moment)
        {
            return $"There is no such time as “{cell}”, because the clocks go forward";
        }

        if (Moment(value) != moment)
        {
            value[nameof(DateTimeField.Value)] = moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static DateTime? Moment(JsonObject value) => FieldCheck.Read<DateTimeField>(value).Value is { } moment
        ? DateTime.SpecifyKind(moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment, DateTimeKind.Utc)
        : null;
}

/// <summary>A time of day.</summary>
internal sealed class TimeColumn(FieldPlace place) : FieldColumn(place)
{
    public override string Form => "A time, like 14:30 or 2:30pm";

    protected override ValueTask<SheetCell> WriteAsync(JsonObject value, SheetWords words) => new(new SheetCell(
        FieldCheck.Read<TimeField>(value).Value is { } time ? time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture) : ""));

    protected override ValueTask<string?> ReadAsync(SheetCell cell, JsonObject value, SheetWords words)
    {
        if (cell.IsEmpty)
        {
            value.Remove(nameof(TimeField.Value));
        }
        else if (SheetTimes.Time(cell) is not { } time)
        {
            return new(TimeFieldEditor.Refusal($"“{cell}”"));
        }
        else if (FieldCheck.Read<TimeField>(value).Value != time.ToTimeSpan())
        {
            value[nameof(TimeField.Value)] = time.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture);
        }

        return new((string?)null);
    }
}

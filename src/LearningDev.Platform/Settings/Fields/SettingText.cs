using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui.GovukFrontend;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>Reads what was typed into the fields of a section's form.</summary>
internal static class SettingText
{
    /// <summary>The most rows that a list may have.</summary>
    public const int MostRows = 500;

    /// <summary>Takes out the rows in which nothing was typed, so that rows and values have the same numbers.</summary>
    public static SettingBox WithoutBlankRows(SettingBox box) => box.Setting.Kind switch
    {
        SettingKind.Rows => box.WithRows([.. box.Rows.Where(row => !row.All(field => field.IsBlank))]),
        SettingKind.Group => box with { Rows = [.. box.Rows.Select(row => (IReadOnlyList<SettingBox>)[.. row.Select(WithoutBlankRows)])] },
        _ => box,
    };

    /// <summary>The section as it was typed. What cannot be read is said and left out.</summary>
    public static JsonObject Read(IReadOnlyList<SettingBox> boxes, List<SettingsError> errors)
    {
        JsonObject json = [];
        foreach (var box in boxes)
        {
            json[box.Setting.Name] = ReadBox(box, boxes, message => errors.Add(new SettingsError(box.Key, message)), errors);
        }

        return json;
    }

    private static JsonNode? ReadBox(SettingBox box, IReadOnlyList<SettingBox> row, Action<string> refuse, List<SettingsError> errors) => box.Setting.Kind switch
    {
        SettingKind.Group => Read(box.Rows[0], errors),
        SettingKind.Rows when box.Setting.IsDictionary => ReadDictionary(box, errors),
        SettingKind.Rows => new JsonArray([.. box.Rows.Select(fields => Read(fields, errors))]),
        SettingKind.Lines => Texts(box.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        SettingKind.Choices => Texts(Chosen(box, refuse)),
        SettingKind.YesOrNo => JsonValue.Create(box.IsTicked),
        SettingKind.Number => ReadNumber(box, refuse),
        SettingKind.Date => ReadDate(box, refuse),
        SettingKind.DayMonth => ReadDayMonth(box, refuse),
        SettingKind.Choice => ReadChoice(box, refuse),
        _ => ReadText(box, row),
    };

    private static JsonValue ReadText(SettingBox box, IReadOnlyList<SettingBox> row)
    {
        var text = box.Text.Trim();
        if (text.Length == 0 && box.Setting.KeyOf is { } source && row.FirstOrDefault(field => field.Setting.Name == source) is { } named)
        {
            text = Slug(named.Text);
        }

        return JsonValue.Create(text);
    }

    private static JsonNode? ReadNumber(SettingBox box, Action<string> refuse)
    {
        var (setting, text) = (box.Setting, box.Text.Replace("£", "", StringComparison.Ordinal).TrimEnd('%', ' ').Trim());
        if (text.Length == 0)
        {
            if (!setting.IsNullable)
            {
                refuse($"Enter {setting.InSentence}");
            }

            return null;
        }

        const NumberStyles Whole = NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign;
        if (setting.IsWhole)
        {
            if (long.TryParse(text, Whole, CultureInfo.InvariantCulture, out var whole) && (setting.Plain == typeof(long) || whole is >= int.MinValue and <= int.MaxValue))
            {
                return JsonValue.Create(whole);
            }

            refuse($"{setting.Label} must be a whole number");
            return null;
        }

        if (decimal.TryParse(text, Whole | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return JsonValue.Create(number);
        }

        refuse($"{setting.Label} must be a number, like 2.5");
        return null;
    }

    private static JsonNode? ReadChoice(SettingBox box, Action<string> refuse)
    {
        var value = box.Text;
        var mayBeEmpty = box.Setting.IsNullable || (!box.Setting.Plain.IsEnum && !box.Setting.IsRequired);
        if (value.Length == 0 ? mayBeEmpty : box.Choices.Any(choice => choice.Value == value))
        {
            return value.Length == 0 && box.Setting.IsNullable ? null : JsonValue.Create(value);
        }

        refuse($"Choose {box.Setting.InSentence}");
        return null;
    }

    private static List<string> Chosen(SettingBox box, Action<string> refuse)
    {
        if (box.Texts.Any(text => box.Choices.All(choice => choice.Value != text)))
        {
            refuse($"Choose {box.Setting.InSentence} out of the list");
        }

        return [.. box.Texts];
    }

    private static JsonNode? ReadDate(SettingBox box, Action<string> refuse)
    {
        var entry = new DateEntry(box.Texts[0], box.Texts[1], box.Texts[2]);
        if (entry.Date is null && !(entry.IsEmpty && box.Setting.IsNullable))
        {
            refuse(entry.Error(box.Setting.Label)!);
        }

        return entry.Date is { } day ? JsonSerializer.SerializeToNode(day, PortalJson.Compact) : null;
    }

    private static JsonNode? ReadDayMonth(SettingBox box, Action<string> refuse)
    {
        // Any leap year will do: 29 February is a day that some years have.
        var entry = new DateEntry(box.Texts[0], box.Texts[1], "2024");
        if (entry.Date is { } day)
        {
            return JsonSerializer.SerializeToNode(new DayMonth(day.Month, day.Day), PortalJson.Compact);
        }

        if (!box.Texts.All(string.IsNullOrWhiteSpace) || !box.Setting.IsNullable)
        {
            refuse(box.Texts.All(string.IsNullOrWhiteSpace) ? $"Enter {box.Setting.InSentence}" : $"{box.Setting.Label} must be a day and a month, like 1 4");
        }

        return null;
    }

    private static JsonObject ReadDictionary(SettingBox box, List<SettingsError> errors)
    {
        JsonObject json = [];
        foreach (var row in box.Rows)
        {
            var (key, value) = (row[0].Text.Trim(), row[1].Text.Trim());
            if (key.Length == 0)
            {
                errors.Add(new SettingsError(row[0].Key, $"Enter {row[0].Setting.InSentence}"));
            }
            else if (!json.TryAdd(key, JsonValue.Create(value)))
            {
                errors.Add(new SettingsError(row[0].Key, $"{row[0].Setting.Label} {key} is there twice"));
            }
        }

        return json;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Distinct().Select(text => (JsonNode)text)]);

    private static string Slug(string text)
    {
        var letters = text.Trim().ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}

using System.Globalization;
using LearningDev.Platform.Settings.Fields;

namespace LearningDev.Platform.Settings.Editing;

/// <summary>What a button of a section's form asks for: to save, to change rows, or to put a shipped figure back.</summary>
/// <param name="Name">One of the names here.</param>
/// <param name="Key">The field whose rows change or whose figure is restored; empty for the others.</param>
/// <param name="Row">The row that moves or goes, from 0.</param>
internal sealed record FormAction(string Name, string Key = "", int Row = 0)
{
    /// <summary>The name of the buttons.</summary>
    public const string Field = "action";

    public const string Save = "save";

    /// <summary>Says what is wrong, but does not save.</summary>
    public const string Check = "check";

    public const string Add = "add";
    public const string MoveUp = "up";
    public const string MoveDown = "down";
    public const string Remove = "remove";
    public const string Restore = "restore";

    public static FormAction Read(string? text)
    {
        var parts = (string.IsNullOrEmpty(text) ? Save : text).Split(' ');
        return new FormAction(
            parts[0],
            parts.ElementAtOrDefault(1) ?? "",
            int.TryParse(parts.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0);
    }

    /// <summary>The fields after the button was used.</summary>
    /// <param name="fields">The fields as they were typed.</param>
    /// <param name="boxes">Makes empty rows.</param>
    /// <param name="shipped">The fields as they were shipped.</param>
    public IReadOnlyList<SettingBox> Apply(IReadOnlyList<SettingBox> fields, SettingBoxes boxes, IReadOnlyList<SettingBox> shipped) =>
    [
        .. fields.Select(box =>
            box.Key == Key ? Name == Restore ? shipped.FirstOrDefault(original => original.Key == Key) ?? box : box.WithRows(Rows(box, boxes))
            : box.Setting.Kind == SettingKind.Group ? box with { Rows = [Apply(box.Rows[0], boxes, shipped)] }
            : box),
    ];

    public override string ToString() => Key.Length == 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name} {Key} {Row}");

    private List<IReadOnlyList<SettingBox>> Rows(SettingBox box, SettingBoxes boxes)
    {
        List<IReadOnlyList<SettingBox>> rows = [.. box.Rows];
        switch (Name)
        {
            case Add when rows.Count < SettingText.MostRows:
                rows.Add(boxes.EmptyRow(box));
                break;
            case MoveUp when Row > 0 && Row < rows.Count:
                (rows[Row - 1], rows[Row]) = (rows[Row], rows[Row - 1]);
                break;
            case MoveDown when Row >= 0 && Row < rows.Count - 1:
                (rows[Row], rows[Row + 1]) = (rows[Row + 1], rows[Row]);
                break;
            case Remove when Row >= 0 && Row < rows.Count:
                rows.RemoveAt(Row);
                break;
        }

        return rows;
    }
}

using System.Text.Json;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Sheets.Importing.Keeping;

/// <summary>How a file's columns are matched with a type's, and what is done with its rows.</summary>
/// <param name="Headers">The names of the file's columns.</param>
/// <param name="Keys">For each of them the key of the type's column; empty to leave it out.</param>
/// <param name="Key">The key of the column that says which item a row is.</param>
/// <param name="Update">True to change items that are there already, false to leave them alone.</param>
/// <param name="Add">True to add items that are not there yet, false to leave such rows alone.</param>
/// <param name="Clear">True when an empty cell empties the field, false when it leaves the field alone.</param>
/// <param name="Publish">True to publish, false to save drafts; where the file says a state, that holds.</param>
internal sealed record SheetMatching(IReadOnlyList<string> Headers, IReadOnlyList<string> Keys, string Key, bool Update, bool Add, bool Clear, bool Publish)
{
    public static SheetMatching? Of(KeptSheet kept) => kept.Matching is { } json ? JsonSerializer.Deserialize<SheetMatching>(json, PortalJson.Compact) : null;

    public string ToJson() => JsonSerializer.Serialize(this, PortalJson.Compact);
}

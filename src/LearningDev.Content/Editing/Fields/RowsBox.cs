using LearningDev.Content.Editing.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Editing.Fields;

/// <summary>A box for one choice out of many, or for several in an order: a list in each row.</summary>
/// <param name="Place">The field.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Values">What is chosen, in order.</param>
/// <param name="IsMultiple">Whether there may be several.</param>
/// <param name="EmptyRows">How many rows for more there are.</param>
internal sealed record RowsBox(FieldPlace Place, IReadOnlyList<SelectListItem> Choices, IReadOnlyList<string> Values, bool IsMultiple, int EmptyRows)
    : FieldBox(Place, "/Content/Editing/Fields/Rows.cshtml")
{
    public override Reading Reading => Reading.Of(Choices, Values);

    public override string Comparable => string.Join('\n', Values);

    public override IReadOnlyList<string>? Joinable => IsMultiple ? Values : null;

    public IEnumerable<string> Rows => Values.Concat(Enumerable.Repeat("", EmptyRows));

    /// <summary>The first row has the box's id, which errors link to.</summary>
    public string RowId(int row) => row == 0 ? Id : $"{Id}-{row + 1}";
}

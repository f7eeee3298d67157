namespace LearningDev.Content.Editing.Fields.Picking;

/// <summary>Something that is chosen, as a row of the form.</summary>
/// <param name="Key">The field.</param>
/// <param name="Pick">What is chosen.</param>
/// <param name="Row">Its place, from 0.</param>
/// <param name="CanMove">Whether there may be several, in an order.</param>
internal sealed record PickedRow(string Key, Pick Pick, int Row, bool CanMove)
{
    /// <summary>The id of the field's search.</summary>
    public string Id => Key.Replace('.', '_');
}

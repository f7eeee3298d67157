using LearningDev.Content.Editing.Forms;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>The columns of a kind of field. A kind that has none is not in sheets, which pages say.</summary>
internal interface ISheetField
{
    /// <summary>The kind of field, for example "TextField".</summary>
    string Field { get; }

    /// <summary>The columns of a field, the most important first.</summary>
    IEnumerable<SheetColumn> Columns(FieldPlace place);
}

/// <summary>A kind of field with one column.</summary>
/// <typeparam name="TField">The field's class.</typeparam>
/// <param name="make">Makes the column.</param>
internal sealed class OneColumnField<TField>(Func<FieldPlace, SheetColumn> make) : ISheetField
{
    public string Field => typeof(TField).Name;

    public IEnumerable<SheetColumn> Columns(FieldPlace place) => [make(place)];
}

/// <summary>A kind of field with two columns.</summary>
/// <typeparam name="TField">The field's class.</typeparam>
/// <param name="first">Makes the first.</param>
/// <param name="second">Makes the second.</param>
internal sealed class TwoColumnField<TField>(Func<FieldPlace, SheetColumn> first, Func<FieldPlace, SheetColumn> second) : ISheetField
{
    public string Field => typeof(TField).Name;

    public IEnumerable<SheetColumn> Columns(FieldPlace place) => [first(place), second(place)];
}

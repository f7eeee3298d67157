namespace LearningDev.Workflows.Designing.Drawing.Layout;

/// <summary>A box that is to be placed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Width">Its width, in pixels.</param>
/// <param name="Height">Its height, in pixels.</param>
internal sealed record LayoutBox(string Id, double Width, double Height);

/// <summary>A line that leads from a box to another.</summary>
/// <param name="From">The id of the box that it leaves.</param>
/// <param name="To">The id of the box that it comes to.</param>
/// <param name="LabelWidth">How wide the words upon it are, in pixels.</param>
internal sealed record LayoutLine(string From, string To, double LabelWidth);

/// <summary>A place, in pixels from the left and from the top.</summary>
internal readonly record struct Place(double X, double Y);

/// <summary>Where everything stands.</summary>
/// <param name="Width">The width of the whole.</param>
/// <param name="Height">The height of the whole.</param>
/// <param name="Boxes">The middle of each box.</param>
/// <param name="Lines">The corners of each line, in the order of the lines, from the box that it leaves to the one that it comes to.</param>
/// <param name="Labels">The middle of each line's words, in the order of the lines.</param>
internal sealed record LayoutResult(double Width, double Height, IReadOnlyDictionary<string, Place> Boxes, IReadOnlyList<IReadOnlyList<Place>> Lines, IReadOnlyList<Place> Labels);

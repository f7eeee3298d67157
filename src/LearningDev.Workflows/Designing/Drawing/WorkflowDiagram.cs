using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Drawing.Layout;
using LearningDev.Workflows.Designing.Steps;

namespace LearningDev.Workflows.Designing.Drawing;

/// <summary>Draws a workflow type as SVG, from its list of steps. Colours are attributes, so that the file stands by itself; a theme's style sheet goes before them.</summary>
internal static class WorkflowDiagram
{
    private const double Width = 230;
    private const double LineHeight = 18;
    private const double Padding = 12;
    private const double SmallLetterWidth = 7.3;
    private const int LongestTitle = 25;
    private const int LongestWords = 29;
    private const int LongestLabel = 24;
    private const int MostTitleLines = 2;
    private const int MostWordsLines = 3;

    /// <summary>Draws the steps.</summary>
    /// <param name="definition">The type.</param>
    /// <param name="steps">Its steps, in the order in which they are read.</param>
    /// <param name="isFile">True for a file of its own, false for a part of a page.</param>
    public static string Draw(WorkflowDefinition definition, IReadOnlyList<StepLine> steps, bool isFile = false)
    {
        var boxes = steps.ToDictionary(step => step.Step.ActivityId, step => new Box(step, Wrap(step.Numbered, LongestTitle, MostTitleLines), step.Words == step.Title ? [] : Wrap(step.Words, LongestWords, MostWordsLines)));
        var lines = steps.SelectMany(step => step.Outcomes.Where(outcome => outcome.To.Length > 0).Select(outcome => (From: step.Step.ActivityId, outcome.To, Label: Shorten(outcome.Name, LongestLabel)))).ToList();
        var layout = LayeredLayout.Of(
            [.. steps.Select(step => new LayoutBox(step.Step.ActivityId, Width, boxes[step.Step.ActivityId].Height))],
            [.. lines.Select(line => new LayoutLine(line.From, line.To, (line.Label.Length * SmallLetterWidth) + 8))]);
        var svg = new StringBuilder();
        var (width, height) = (Number(Math.Max(layout.Width, 1)), Number(Math.Max(layout.Height, 1)));
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"app-diagram\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"diagram-title diagram-desc\" font-family=\"Arial, Helvetica, sans-serif\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"diagram-title\">Diagram of the workflow {Encode(definition.Name)}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"diagram-desc\">{(isFile ? Encode(Describe(steps)) : "The list of steps says all that the diagram shows.")}</desc>");
        svg.Append("<defs><marker id=\"diagram-arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path class=\"app-diagram__arrow\" d=\"M0 0 10 5 0 10z\" fill=\"#505a5f\"/></marker></defs>");
        if (isFile)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        }

        foreach (var corners in layout.Lines)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"app-diagram__line\" d=\"{Curve(corners)}\" fill=\"none\" stroke=\"#505a5f\" stroke-width=\"1.5\" marker-end=\"url(#diagram-arrow)\"/>");
        }

        foreach (var (line, at) in lines.Zip(layout.Labels))
        {
            var wide = (line.Label.Length * SmallLetterWidth) + 6;
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"app-diagram__ground\" x=\"{Number(at.X - (wide / 2))}\" y=\"{Number(at.Y - 9)}\" width=\"{Number(wide)}\" height=\"18\" fill=\"#ffffff\"/>");
            Text(svg, "app-diagram__label", at.X, at.Y + 4, 13, "middle", "#0b0c0c", false, line.Label);
        }

        foreach (var box in boxes.Values)
        {
            Draw(svg, box, layout.Boxes[box.Step.Step.ActivityId]);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, Box box, Place at)
    {
        var (left, top) = (at.X - (Width / 2), at.Y - (box.Height / 2));
        var kind = box.Step.Step.IsStart ? "start" : box.Step.Outcomes.Count == 0 ? "end" : box.Step.Activity?.Kind == ActivityKind.Task ? "task" : "wait";
        var hasError = box.Step.Problems.Any(problem => problem.Kind == DefinitionProblemKind.Error);
        var radius = kind is "start" or "end" ? 18 : 4;
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect class=\"app-diagram__box app-diagram__box--{kind}{(hasError ? " app-diagram__box--error" : "")}\" x=\"{Number(left)}\" y=\"{Number(top)}\" width=\"{Number(Width)}\" height=\"{Number(box.Height)}\" rx=\"{radius}\" fill=\"{(kind == "wait" ? "#eef3f9" : "#ffffff")}\" stroke=\"{(hasError ? "#ca3535" : "#0b0c0c")}\" stroke-width=\"{(hasError || kind == "start" ? "3" : "1.5")}\"/>");
        var y = top + Padding + 13;
        foreach (var line in box.Title)
        {
            Text(svg, "app-diagram__title", left + Padding, y, 14, "start", "#0b0c0c", true, line);
            y += LineHeight;
        }

        foreach (var line in box.Words)
        {
            Text(svg, "app-diagram__words", left + Padding, y, 13, "start", "#484949", false, line);
            y += LineHeight;
        }
    }

    private static void Text(StringBuilder svg, string name, double x, double y, int size, string anchor, string colour, bool isBold, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{name}\" x=\"{Number(x)}\" y=\"{Number(y)}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"{colour}\"{(isBold ? " font-weight=\"bold\"" : "")}>{Encode(text)}</text>");

    // Straight down out of a box, then softly to each corner.
    private static string Curve(IReadOnlyList<Place> corners)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{Number(corners[0].X)} {Number(corners[0].Y)}");
        foreach (var (from, to) in corners.Zip(corners.Skip(1)))
        {
            var middle = (from.Y + to.Y) / 2;
            path.Append(Math.Abs(from.X - to.X) < 1 || Math.Abs(from.Y - to.Y) < 1
                ? string.Create(CultureInfo.InvariantCulture, $"L{Number(to.X)} {Number(to.Y)}")
                : string.Create(CultureInfo.InvariantCulture, $"C{Number(from.X)} {Number(middle)} {Number(to.X)} {Number(middle)} {Number(to.X)} {Number(to.Y)}"));
        }

        return path.ToString();
    }

    private static string Describe(IReadOnlyList<StepLine> steps) => string.Join(" ", steps.Select(step =>
        $"{step.Numbered}{(step.Words == step.Title ? "" : $": {step.Words}")}. {string.Join(" ", step.Outcomes.Select(outcome => $"{outcome.Name} leads to {(outcome.ToTitle.Length > 0 ? outcome.ToTitle : "the end")}."))}"));

    private static List<string> Wrap(string text, int longest, int most)
    {
        List<string> lines = [""];
        foreach (var word in text.ReplaceLineEndings(" ").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > longest)
            {
                lines.Add("");
            }

            lines[^1] = lines[^1].Length == 0 ? Shorten(word, longest) : $"{lines[^1]} {word}";
        }

        if (lines.Count > most)
        {
            lines[most - 1] = Shorten($"{lines[most - 1]} {lines[most]}", longest);
            lines.RemoveRange(most, lines.Count - most);
        }

        return lines;
    }

    private static string Shorten(string text, int longest) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1).TrimEnd(), "…");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(new string([.. text.Where(letter => letter is '\t' or '\n' || !char.IsControl(letter))]));

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private sealed record Box(StepLine Step, IReadOnlyList<string> Title, IReadOnlyList<string> Words)
    {
        public double Height => (2 * Padding) + ((Title.Count + Words.Count) * LineHeight);
    }
}

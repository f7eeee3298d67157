using LearningDev.Workflows.Designing.Drawing.Layout;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Drawing.Layout.Pure;

public class LayeredLayoutTests
{
    private static readonly LayoutBox[] Four = [.. "abcd".Select(letter => new LayoutBox(letter.ToString(), 100, 40))];

    [Fact]
    public void Of_Nothing_IsEmpty() => LayeredLayout.Of([], []).Boxes.ShouldBeEmpty();

    [Fact]
    public void Of_Chain_StandsBelowEachOther()
    {
        var layout = LayeredLayout.Of(Four, [new("a", "b", 30), new("b", "c", 30), new("c", "d", 30)]);

        "abcd".Select(letter => layout.Boxes[letter.ToString()].Y).ShouldBeInOrder();
        "abcd".Select(letter => Math.Round(layout.Boxes[letter.ToString()].X)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Of_Diamond_HasBranchesBesideEachOtherInTheOrderOfTheLines()
    {
        var layout = LayeredLayout.Of(Four, [new("a", "b", 30), new("a", "c", 30), new("b", "d", 30), new("c", "d", 30)]);

        layout.Boxes["b"].Y.ShouldBe(layout.Boxes["c"].Y);
        layout.Boxes["b"].X.ShouldBeLessThan(layout.Boxes["c"].X - 100);
        layout.Boxes["d"].Y.ShouldBeGreaterThan(layout.Boxes["b"].Y);
    }

    [Fact]
    public void Of_Rings_EndAndKeepTheDirectionOfTheLines()
    {
        var layout = LayeredLayout.Of(Four, [new("a", "b", 30), new("b", "a", 30), new("c", "c", 30), new("b", "d", 30), new("d", "a", 30)]);

        layout.Lines[1][0].Y.ShouldBe(layout.Boxes["b"].Y - 20, 0.01);
        layout.Lines[1][^1].Y.ShouldBe(layout.Boxes["a"].Y + 20, 0.01);
        layout.Lines[2][^1].Y.ShouldBe(layout.Boxes["c"].Y, 0.01);
    }

    [Fact]
    public void Of_ManyMadeAtRandom_NeverLaysTwoBoxesOrWordsOverEachOther()
    {
        var random = new Random(20261130);
        for (var turn = 0; turn < 60; turn++)
        {
            LayoutBox[] boxes = [.. Enumerable.Range(0, random.Next(1, 25)).Select(number => new LayoutBox($"{number}", random.Next(40, 240), random.Next(20, 90)))];
            LayoutLine[] lines = [.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => new LayoutLine($"{random.Next(boxes.Length)}", $"{random.Next(boxes.Length)}", random.Next(10, 120)))];

            var layout = LayeredLayout.Of(boxes, lines);

            List<(double Left, double Top, double Right, double Bottom)> drawn =
            [
                .. boxes.Select(box => (layout.Boxes[box.Id].X - (box.Width / 2), layout.Boxes[box.Id].Y - (box.Height / 2), layout.Boxes[box.Id].X + (box.Width / 2), layout.Boxes[box.Id].Y + (box.Height / 2))),
                .. lines.Zip(layout.Labels).Select(pair => (pair.Second.X - (pair.First.LabelWidth / 2), pair.Second.Y - 9, pair.Second.X + (pair.First.LabelWidth / 2), pair.Second.Y + 9)),
            ];
            drawn.ShouldAllBe(one => one.Left >= 0 && one.Top >= 0 && one.Right <= layout.Width && one.Bottom <= layout.Height);
            foreach (var (index, one) in drawn.Index())
            {
                drawn.Skip(index + 1).ShouldAllBe(other => one.Right <= other.Left + 0.01 || other.Right <= one.Left + 0.01 || one.Bottom <= other.Top + 0.01 || other.Bottom <= one.Top + 0.01);
            }
        }
    }
}

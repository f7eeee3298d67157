using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Recipes.Exporting.Pure;

[Requirement("CMS-05")]
public class ItemOrderTests
{
    [Fact]
    public void Sort_AnyReferencesWithoutCircles_PutsWhatIsReferredToFirst() => Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte)[]>(), arrows =>
    {
        // An arrow leads from the greater number to the smaller, so that there is no circle.
        var references = arrows.Where(arrow => arrow.Item1 != arrow.Item2)
            .Select(arrow => (From: Math.Max(arrow.Item1, arrow.Item2), To: Math.Min(arrow.Item1, arrow.Item2))).ToList();
        var order = Sort(references.SelectMany(arrow => new[] { arrow.From, arrow.To }), references);

        return references.TrueForAll(arrow => order.IndexOf(Id(arrow.To)) < order.IndexOf(Id(arrow.From)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sort_AnyReferences_HasEachItemOnceAndAlwaysInTheSameOrder() => Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte)[]>(), arrows =>
    {
        var references = arrows.Select(arrow => (From: arrow.Item1, To: arrow.Item2)).ToList();
        var numbers = references.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().ToList();
        var order = Sort(numbers, references);

        return order.Count == numbers.Count && order.Distinct().Count() == order.Count && order.SequenceEqual(Sort(Enumerable.Reverse(numbers), references));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sort_PublishedWithDraft_PutsThePublishedVersionFirst()
    {
        var versions = new Dictionary<string, List<PlannedVersion>>
        {
            ["a"] = [new PlannedVersion(2, "a", "Course", "A", Published: false), new PlannedVersion(1, "a", "Course", "A", Published: true)],
        };

        ItemOrder.Sort(versions, new Dictionary<string, IReadOnlyCollection<string>> { ["a"] = [] }).Select(version => version.RowId).ShouldBe([1L, 2L]);
    }

    private static List<string> Sort(IEnumerable<byte> numbers, IReadOnlyList<(byte From, byte To)> references)
    {
        var all = numbers.Distinct().ToList();
        return
        [
            .. ItemOrder.Sort(
                all.ToDictionary(Id, number => new List<PlannedVersion> { new(number, Id(number), "Course", "", Published: true) }),
                all.ToDictionary(Id, number => (IReadOnlyCollection<string>)[.. references.Where(arrow => arrow.From == number).Select(arrow => Id(arrow.To)).Distinct()]))
                .Select(version => version.ContentItemId),
        ];
    }

    private static string Id(byte number) => $"item{number:000}";
}

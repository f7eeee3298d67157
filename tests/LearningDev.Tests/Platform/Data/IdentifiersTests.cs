using System.Text.RegularExpressions;
using LearningDev.Platform.Data;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Data;

public partial class IdentifiersTests
{
    [Fact]
    public void New_Many_AreTwentySixCharactersOfOrchardsAlphabetAndAllDifferent()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => Identifiers.New()).ToList();

        ids.ShouldAllBe(id => Shape().IsMatch(id));
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public void New_Many_UseEveryCharacterAtEveryPlace()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => Identifiers.New()).ToList();

        for (var place = 0; place < Identifiers.MaximumLength; place++)
        {
            // The first character of each half holds only the four bits that are left of 64, and the version and variant of a GUID are fixed.
            ids.Select(id => id[place]).Distinct().Count().ShouldBeGreaterThanOrEqualTo(2, $"at place {place}");
        }
    }

    [GeneratedRegex("^[0-9abcdefghjkmnpqrstvwxyz]{26}$")]
    private static partial Regex Shape();
}

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
    public void New_Many_DifferAtEveryPlaceButTheFirst()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => Identifiers.New()).ToList();

        // The first character comes from the version of the GUID, as in Orchard Core: it is always a 4.
        ids.ShouldAllBe(id => id[0] == '4');
        for (var place = 1; place < Identifiers.MaximumLength; place++)
        {
            ids.Select(id => id[place]).Distinct().Count().ShouldBeGreaterThan(3, $"at place {place}");
        }
    }

    [GeneratedRegex("^[0-9abcdefghjkmnpqrstvwxyz]{26}$")]
    private static partial Regex Shape();
}

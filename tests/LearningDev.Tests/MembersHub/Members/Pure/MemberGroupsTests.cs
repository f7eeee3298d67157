using LearningDev.Compliance.Contracts;
using LearningDev.MembersHub.Members;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Members.Pure;

[Requirement("MEM-02"), Requirement("MEM-06")]
public class MemberGroupsTests
{
    private static readonly Dictionary<string, BodyKind> Bodies = new()
    {
        ["planning"] = BodyKind.Committee,
        ["scrutiny"] = BodyKind.OverviewAndScrutiny,
        ["trust"] = BodyKind.OutsideBody,
    };

    [Fact]
    public void Of_TermsThatMeet_HavePeriodsOfTheirOwn() =>
        Of([Term("2019-05-06", "2023-05-07"), Term("2023-05-08", null)], []).ShouldBe(
            [
                Period("members", "2019-05-06", "2023-05-07"), Period("members-councillors", "2019-05-06", "2023-05-07"),
                Period("members", "2023-05-08", null), Period("members-councillors", "2023-05-08", null),
            ]);

    [Fact]
    public void Of_SeatAcrossAnElection_IsAPeriodInEachTerm() =>
        Of([Term("2019-05-06", "2023-05-07"), Term("2023-05-08", null)], [Office(OfficeKind.BodyMember, "2021-05-19", "2023-05-16", "planning")])
            .Where(period => period.GroupKey == "members-body-planning").ShouldBe(
                [Period("members-body-planning", "2021-05-19", "2023-05-07"), Period("members-body-planning", "2023-05-08", "2023-05-16")]);

    [Fact]
    public void Of_TermsWithAGap_AreTwo() =>
        Of([Term("2015-05-11", "2019-05-05"), Term("2023-05-08", null)], []).Where(period => period.GroupKey == "members").ShouldBe(
            [Period("members", "2015-05-11", "2019-05-05"), Period("members", "2023-05-08", null)]);

    [Fact]
    public void Of_CouncillorWhoBecomesMayor_IsInTwoGroupsOneAfterTheOther() =>
        Of([Term("2019-05-06", "2023-05-07"), Term("2023-05-08", null, TermKind.ElectedMayor)], []).ShouldBe(
            [Period("members", "2019-05-06", "2023-05-07"), Period("members-councillors", "2019-05-06", "2023-05-07"), Period("members", "2023-05-08", null), Period("members-mayor", "2023-05-08", null)]);

    [Fact]
    public void Of_MemberWhoBecomesChair_StaysInTheCommitteeAndIsAChairFromThen() =>
        Of([Term("2023-05-08", null, TermKind.CoOpted)], [Office(OfficeKind.BodyMember, "2023-05-17", "2024-05-14", "planning"), Office(OfficeKind.Chair, "2024-05-15", null, "planning")]).ShouldBe(
            [Period("members", "2023-05-08", null), Period("members-co-optees", "2023-05-08", null), Period("members-body-planning", "2023-05-17", null), Period("members-chairs", "2024-05-15", null)], ignoreOrder: true);

    [Fact]
    public void Of_ChairOfAnOutsideBody_IsInNoGroupOfOffices() =>
        Of([Term("2023-05-08", null)], [Office(OfficeKind.Chair, "2023-05-17", null, "trust")]).Select(period => period.GroupKey).ShouldBe(["members", "members-councillors"]);

    [Fact]
    public void Of_OfficeBeyondTheTerm_CountsOnlyWithin() =>
        Of([Term("2023-05-08", "2024-01-31")], [Office(OfficeKind.Speaker, "2023-05-01", null), Office(OfficeKind.Substitute, "2024-02-01", null, "scrutiny")])
            .Where(period => period.GroupKey is not ("members" or "members-councillors")).ShouldBe([Period("members-speaker", "2023-05-08", "2024-01-31")]);

    [Theory]
    [InlineData("2024-01-01", "2024-01-31", "2024-01-31", null, true)]
    [InlineData("2024-01-01", "2024-01-31", "2024-02-01", null, false)]
    [InlineData("2024-01-01", null, "2023-01-01", "2023-12-31", false)]
    [InlineData("2024-01-01", null, "2023-01-01", null, true)]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29", true)]
    public void Overlap_TwoTimes_IsTrueWhenADayIsCommon(string from, string? until, string otherFrom, string? otherUntil, bool overlaps)
    {
        MemberDays.Overlap(Day(from), Last(until), Day(otherFrom), Last(otherUntil)).ShouldBe(overlaps);
        MemberDays.Overlap(Day(otherFrom), Last(otherUntil), Day(from), Last(until)).ShouldBe(overlaps);
    }

    private static IReadOnlyList<GroupPeriod> Of(IReadOnlyCollection<TermRow> terms, IReadOnlyCollection<OfficeRow> offices) => MemberGroups.Of(terms, offices, Bodies);

    private static GroupPeriod Period(string key, string from, string? until) => new("ann", key, Day(from), Last(until));

    private static TermRow Term(string from, string? until, TermKind kind = TermKind.Elected) => new() { PersonId = "ann", PersonName = "Ann", Kind = kind, From = Day(from), Until = Last(until) };

    private static OfficeRow Office(OfficeKind kind, string from, string? until, string? body = null) => new() { PersonId = "ann", Kind = kind, BodyId = body, From = Day(from), Until = Last(until) };

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Last(string? day) => day is null ? null : Day(day);
}

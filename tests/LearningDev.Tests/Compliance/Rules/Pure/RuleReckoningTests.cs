using LearningDev.Compliance.Contracts;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.Rules.Pure;

/// <summary>Cases that are worked out by hand: the rule, the periods, the days of attendance, an exemption, the day that is asked for, and what must come out.</summary>
[Requirement("CMP-01")]
public class RuleReckoningTests
{
    [Theory]
    [InlineData("Before the first day", "induction", "all 2023-05-08..", "", "", "2023-05-07", "none")]
    [InlineData("First day", "induction", "all 2023-05-08..", "", "", "2023-05-08", "Due 2023-08-06")]
    [InlineData("Last day of induction", "induction", "all 2023-05-08..", "", "", "2023-08-06", "Due 2023-08-06")]
    [InlineData("Day after induction", "induction", "all 2023-05-08..", "", "", "2023-08-07", "Overdue 2023-08-06")]
    [InlineData("Attended on the first day", "induction", "all 2023-05-08..", "2023-05-08", "", "2023-05-08", "Done")]
    [InlineData("Attended later than the day that is asked for", "induction", "all 2023-05-08..", "2023-06-01", "", "2023-05-31", "Due 2023-08-06")]
    [InlineData("Attended late", "induction", "all 2023-05-08..", "2023-09-01", "", "2023-09-01", "Done")]
    [InlineData("Attended between the election and the first day", "induction", "all 2023-05-08..", "2023-05-05", "", "2023-05-08", "Done")]
    [InlineData("Attended on election day", "induction", "all 2023-05-08..", "2023-05-04", "", "2023-05-08", "Done")]
    [InlineData("Attended on the day before the election", "induction", "all 2023-05-08..", "2023-05-03", "", "2023-05-08", "Due 2023-08-06")]
    [InlineData("Re-elected: induction begins anew", "induction", "all 2019-05-06..2023-05-08; all 2023-05-09..", "2019-06-01", "", "2023-05-09", "Due 2023-08-07")]
    [InlineData("Re-elected, still in the old term", "induction", "all 2019-05-06..2023-05-08; all 2023-05-09..", "2019-06-01", "", "2023-05-06", "Done")]
    [InlineData("Not re-elected, last day", "induction", "all 2019-05-06..2023-05-08", "2019-06-01", "", "2023-05-08", "Done")]
    [InlineData("Not re-elected, day after the last", "induction", "all 2019-05-06..2023-05-08", "2019-06-01", "", "2023-05-09", "none")]
    [InlineData("One record over the election, election day", "induction", "all 2019-05-06..", "2019-06-01", "", "2023-05-04", "Due 2023-08-02")]
    [InlineData("One record over the election, day before", "induction", "all 2019-05-06..", "2019-06-01", "", "2023-05-03", "Done")]
    [InlineData("By-election, last day of induction", "induction", "all 2025-02-14..", "", "", "2025-05-15", "Due 2025-05-15")]
    [InlineData("By-election, induction is over", "induction", "all 2025-02-14..", "", "", "2025-05-16", "Overdue 2025-05-15")]
    [InlineData("By-election, attended the winner’s first week", "induction", "all 2025-02-14..", "2025-02-20", "", "2026-02-20", "Done")]
    [InlineData("Takes office on the leap day", "induction", "all 2024-02-29..", "", "", "2024-03-01", "Due 2024-05-29")]
    [InlineData("Back after a gap, attended before it", "induction", "all 2023-05-08..2024-03-31; all 2024-06-01..", "2023-06-10", "", "2024-06-01", "Done")]
    [InlineData("Back after a gap, never attended", "induction", "all 2023-05-08..2024-03-31; all 2024-06-01..", "", "", "2024-06-01", "Due 2024-08-30")]
    [InlineData("In the gap", "induction", "all 2023-05-08..2024-03-31; all 2024-06-01..", "", "", "2024-04-15", "none")]
    [InlineData("Two records without a gap", "induction", "all 2023-05-08..2024-05-14; all 2024-05-15..", "", "", "2024-06-01", "Overdue 2023-08-06")]
    [InlineData("Co-optee", "induction", "co 2024-09-16..", "", "", "2024-12-15", "Due 2024-12-15")]
    [InlineData("Co-optee who is elected goes on", "induction", "co 2024-09-16..2025-02-13; all 2025-02-14..", "", "", "2025-02-14", "Overdue 2024-12-15")]
    [InlineData("Another group", "induction", "other 2023-05-08..", "", "", "2023-06-01", "none")]
    [InlineData("Attended at induction, once more is far", "ethics", "all 2023-05-08..", "2023-05-20", "", "2024-01-01", "Done, next 2027-05-05")]
    [InlineData("Day before the last year of the cycle", "ethics", "all 2023-05-08..", "2023-05-20", "", "2026-05-04", "Done, next 2027-05-05")]
    [InlineData("Last year of the cycle begins", "ethics", "all 2023-05-08..", "2023-05-20", "", "2026-05-05", "Due 2027-05-05")]
    [InlineData("Attended twice", "ethics", "all 2023-05-08..", "2023-05-20 2025-03-01", "", "2026-12-01", "Done")]
    [InlineData("Recorded twice for one day", "ethics", "all 2023-05-08..", "2023-05-20 2023-05-20", "", "2026-12-01", "Due 2027-05-05")]
    [InlineData("Never attended: induction comes first", "ethics", "all 2023-05-08..", "", "", "2027-01-01", "Overdue 2023-08-06")]
    [InlineData("Attended late in the cycle only", "ethics", "all 2023-05-08..", "2026-11-01", "", "2026-12-01", "Due 2027-05-05")]
    [InlineData("By-election in the last year", "ethics", "all 2026-10-01..", "2026-10-10", "", "2026-12-01", "Done")]
    [InlineData("By-election on the day before the last year", "ethics", "all 2026-05-04..", "2026-05-20", "", "2026-12-01", "Due 2027-05-05")]
    [InlineData("By-election on the first day of the last year", "ethics", "all 2026-05-05..", "2026-05-20", "", "2026-12-01", "Done")]
    [InlineData("Next cycle begins", "ethics", "all 2023-05-08..", "2023-05-20 2025-03-01", "", "2027-05-06", "Due 2027-08-04")]
    [InlineData("Leaves after the election without the second time", "ethics", "all 2023-05-08..2027-05-10", "2023-05-20", "", "2027-05-06", "Overdue 2027-05-05")]
    [InlineData("Once in the cycle, never attended", "cycle", "all 2023-05-08..", "", "", "2026-05-05", "Due 2027-05-05")]
    [InlineData("Once in the cycle, attended", "cycle", "all 2023-05-08..", "2024-02-01", "", "2026-12-01", "Done")]
    [InlineData("Appointed without training", "sit", "planning 2026-05-20..", "", "", "2026-05-20", "Overdue, not sitting")]
    [InlineData("Trained before the appointment", "sit", "planning 2026-05-20..", "2026-05-01", "", "2026-05-20", "Done")]
    [InlineData("Trained a year before to the day", "sit", "planning 2026-05-20..", "2025-05-20", "", "2026-05-20", "Done")]
    [InlineData("Trained a year and a day before", "sit", "planning 2026-05-20..", "2025-05-19", "", "2026-05-20", "Overdue, not sitting")]
    [InlineData("Trained on the day of the appointment", "sit", "planning 2026-05-20..", "2026-05-20", "", "2026-05-20", "Done")]
    [InlineData("Trained on the day after", "sit", "planning 2026-05-20..", "2026-05-21", "", "2026-05-20", "Overdue, not sitting")]
    [InlineData("Trained after the appointment, asked later", "sit", "planning 2026-05-20..", "2026-07-01", "", "2026-07-02", "Done")]
    [InlineData("Goes on sitting long after", "sit", "planning 2026-05-20..", "2026-05-01", "", "2027-05-01", "Done")]
    [InlineData("Appointed again without a gap", "sit", "planning 2024-05-15..2025-05-20; planning 2025-05-21..", "2024-05-10", "", "2026-12-01", "Done")]
    [InlineData("Appointed again after a gap", "sit", "planning 2024-05-15..2025-05-20; planning 2026-05-20..", "2024-05-10", "", "2026-05-20", "Overdue, not sitting")]
    [InlineData("Appointed again after an election, trained too long ago", "sit", "planning 2026-05-20..2027-05-18; planning 2027-05-19..", "2026-05-10", "", "2027-05-19", "Overdue, not sitting")]
    [InlineData("Appointed again after an election, trained before it", "sit", "planning 2026-05-20..2027-05-18; planning 2027-05-19..", "2027-02-01", "", "2027-05-19", "Done")]
    [InlineData("Old committee between election and annual meeting", "sit", "planning 2026-05-20..2027-05-18; planning 2027-05-19..", "2026-05-10", "", "2027-05-10", "Done")]
    [InlineData("One record over the election, trained too long ago", "sit", "planning 2025-05-21..", "2025-05-10", "", "2027-05-06", "Overdue, not sitting")]
    [InlineData("Planned appointment, asked today", "sit", "planning 2027-01-15..", "", "", "2026-12-01", "none")]
    [InlineData("Planned appointment, asked for its day", "sit", "planning 2027-01-15..", "", "", "2027-01-15", "Overdue, not sitting")]
    [InlineData("Trained on the leap day, appointed a year later", "sit", "planning 2025-02-28..", "2024-02-29", "", "2025-02-28", "Done")]
    [InlineData("Trained on the leap day, appointed on 1 March", "sit", "planning 2025-03-01..", "2024-02-29", "", "2025-03-01", "Overdue, not sitting")]
    [InlineData("Left the committee", "sit", "planning 2026-05-20..2026-11-30", "", "", "2026-12-01", "none")]
    [InlineData("Refresher is far", "planning", "planning 2026-05-20..", "2026-05-01", "", "2026-12-01", "Done, next 2027-05-01")]
    [InlineData("Day before the refresher counts as due", "planning", "planning 2026-05-20..", "2026-05-01", "", "2027-01-30", "Done, next 2027-05-01")]
    [InlineData("Refresher counts as due", "planning", "planning 2026-05-20..", "2026-05-01", "", "2027-01-31", "Due 2027-05-01")]
    [InlineData("Last day of the refresher", "planning", "planning 2026-05-20..", "2026-05-01", "", "2027-05-01", "Due 2027-05-01")]
    [InlineData("Overdue refresher stops nobody", "planning", "planning 2026-05-20..", "2026-05-01", "", "2027-05-02", "Overdue 2027-05-01")]
    [InlineData("Overdue refresher stops where the rule says so", "strict", "planning 2026-05-20..", "2026-05-01", "", "2027-05-02", "Overdue 2027-05-01, not sitting")]
    [InlineData("Strict rule on the last day", "strict", "planning 2026-05-20..", "2026-05-01", "", "2027-05-01", "Due 2027-05-01")]
    [InlineData("Refreshed in time", "planning", "planning 2026-05-20..", "2026-05-01 2027-03-01", "", "2027-05-02", "Done, next 2028-03-01")]
    [InlineData("Refresher of the leap day, last day", "planning", "planning 2024-03-01..", "2024-02-29", "", "2025-02-28", "Due 2025-02-28")]
    [InlineData("Refresher of the leap day, too late", "planning", "planning 2024-03-01..", "2024-02-29", "", "2025-03-01", "Overdue 2025-02-28")]
    [InlineData("Annual meeting: chair begins", "year", "chairs 2024-05-15..", "", "", "2024-05-15", "Due 2024-07-14")]
    [InlineData("Attended in the municipal year, its last day", "year", "chairs 2024-05-15..", "2024-06-20", "", "2025-05-20", "Done, next 2025-07-20")]
    [InlineData("Next municipal year begins", "year", "chairs 2024-05-15..", "2024-06-20", "", "2025-05-21", "Due 2025-07-20")]
    [InlineData("Attended on the last day of the old year", "year", "chairs 2024-05-15..", "2025-05-20", "", "2025-05-21", "Due 2025-07-20")]
    [InlineData("Attended on the first day of the new year", "year", "chairs 2024-05-15..", "2025-05-21", "", "2025-05-21", "Done, next 2026-07-19")]
    [InlineData("Annual meeting a week earlier than usual", "year/2025-05-14", "chairs 2024-05-15..", "2025-05-15", "", "2025-05-21", "Done, next 2026-07-19")]
    [InlineData("Annual meeting a week later than usual", "year/2025-05-28", "chairs 2024-05-15..", "2025-05-22", "", "2025-05-28", "Due 2025-07-27")]
    [InlineData("Chair in the middle of the year", "year", "chairs 2025-01-10..", "", "", "2025-03-11", "Due 2025-03-11")]
    [InlineData("Last year was missed", "year", "chairs 2024-05-15..", "", "", "2025-05-21", "Overdue 2024-07-14")]
    [InlineData("Last year was missed, attended in this one", "year", "chairs 2024-05-15..", "2025-06-01", "", "2025-06-01", "Done, next 2026-07-19")]
    [InlineData("Chair who attended years before", "chairing", "chairs 2026-05-20..", "2012-03-01", "", "2026-12-01", "Done")]
    [InlineData("Chair who never attended", "chairing", "chairs 2026-05-20..", "", "", "2026-05-20", "Due 2026-07-19")]
    [InlineData("Chair who attended as chair before", "chairing", "chairs 2024-05-15..", "2024-06-01", "", "2026-06-01", "Done")]
    [InlineData("Two times: attended long ago, may sit but needs induction", "sit or induction", "planning 2024-05-15..", "2015-01-01", "", "2024-06-01", "Due 2024-08-13")]
    [InlineData("Two times: never attended", "sit or induction", "planning 2024-05-15..", "", "", "2024-06-01", "Overdue, not sitting")]
    [InlineData("Two times: induction missed", "sit or induction", "planning 2024-05-15..", "2015-01-01", "", "2024-08-14", "Overdue 2024-08-13")]
    [InlineData("Day before an exemption", "induction", "all 2023-05-08..", "", "2023-06-01..2023-12-31", "2023-05-31", "Due 2023-08-06")]
    [InlineData("First day of an exemption", "induction", "all 2023-05-08..", "", "2023-06-01..2023-12-31", "2023-06-01", "Exempt")]
    [InlineData("Last day of an exemption", "induction", "all 2023-05-08..", "", "2023-06-01..2023-12-31", "2023-12-31", "Exempt")]
    [InlineData("Day after an exemption", "induction", "all 2023-05-08..", "", "2023-06-01..2023-12-31", "2024-01-01", "Overdue 2023-08-06")]
    [InlineData("Exemption without an end", "induction", "all 2023-05-08..", "", "2023-06-01..", "2026-01-01", "Exempt")]
    [InlineData("Exempt may sit", "sit", "planning 2026-05-20..", "", "2026-05-20..", "2026-05-20", "Exempt")]
    [InlineData("Exempt although attended", "induction", "all 2023-05-08..", "2023-05-10", "2023-06-01..", "2023-06-01", "Exempt")]
    [InlineData("Refresher from the former cycle gives the same time as induction", "induction and refresher", "all 2019-05-06..2023-05-08; all 2023-05-09..", "2022-06-01", "", "2023-05-09", "Due 2023-08-07")]
    [InlineData("Refresher after induction", "induction and refresher", "all 2023-05-08..", "2023-05-20", "", "2023-12-01", "Done, next 2024-05-20")]
    [InlineData("Refresher alone, never attended", "refresher", "all 2023-05-08..", "", "", "2024-01-01", "Done, next 2025-05-08")]
    [InlineData("Refresher alone counts as due", "refresher", "all 2023-05-08..", "", "", "2025-02-07", "Due 2025-05-08")]
    [InlineData("Refresher alone, attended long before", "refresher", "all 2023-05-08..", "2022-01-01", "", "2024-06-01", "Done, next 2025-05-08")]
    public void StateOf_Case_IsAsWorkedOutByHand(string name, string rule, string periods, string attended, string exempt, string day, string expected)
    {
        var parts = rule.Split('/');
        var state = RuleCases.Reckoning(parts[1..]).StateOf(
            RuleCases.Person, RuleCases.Rule(parts[0]), RuleCases.Periods(periods), RuleCases.Days(attended), RuleCases.Exempt(exempt), RuleCases.Day(day));
        RuleCases.Words(state).ShouldBe(expected, name);
    }

    [Theory]
    [InlineData("sit", "planning 2026-05-20..", "", "2026-06-01", "Not yet attended; needed before sitting on the committee")]
    [InlineData("sit", "planning 2026-05-20..", "2024-03-01", "2026-06-01", "Last attended on 1 March 2024, too long before the appointment; needed before sitting on the committee")]
    [InlineData("strict", "planning 2026-05-20..", "2026-05-01", "2027-05-02", "The refresher was needed by 1 May 2027; needed to go on sitting on the committee")]
    [InlineData("planning", "planning 2026-05-20..", "2026-05-01", "2027-02-01", "Refresher needed by 1 May 2027")]
    [InlineData("ethics", "all 2023-05-08..", "2023-05-20", "2024-01-01", "Attended on 20 May 2023, next by 5 May 2027")]
    [InlineData("ethics", "all 2023-05-08..", "2023-05-20", "2026-06-01", "Needed once more in this electoral cycle, by 5 May 2027")]
    [InlineData("induction", "all 2023-05-08..", "", "2023-06-01", "Needed at induction, by 6 August 2023")]
    [InlineData("induction", "all 2023-05-08..", "", "2023-09-01", "Was needed at induction, by 6 August 2023")]
    [InlineData("chairing", "chairs 2026-05-20..", "2012-03-01", "2026-06-01", "Attended on 1 March 2012")]
    public void StateOf_Case_SaysWhy(string rule, string periods, string attended, string day, string why) =>
        RuleCases.Reckoning().StateOf(RuleCases.Person, RuleCases.Rule(rule), RuleCases.Periods(periods), RuleCases.Days(attended), [], RuleCases.Day(day))!.Why.ShouldBe(why);

    [Fact]
    public void StateOf_SeveralGroups_NamesThoseOfTheDay()
    {
        var state = RuleCases.Reckoning().StateOf(
            RuleCases.Person, RuleCases.Rule("induction"), RuleCases.Periods("all 2023-05-08..2024-01-31; co 2023-09-01.."), RuleCases.Days("2023-06-01 2022-01-01"), [], RuleCases.Day("2024-03-01"));
        state.ShouldNotBeNull();
        state.GroupKeys.ShouldBe(["co"]);
        (state.Standing, state.LastDone).ShouldBe((Standing.Done, RuleCases.Day("2023-06-01")));
    }

    [Theory]
    [InlineData("course", "", true)]
    [InlineData("as-good", "", true)]
    [InlineData("", "rule", true)]
    [InlineData("another", "", false)]
    [InlineData("", "another", false)]
    [InlineData("", "", false)]
    public void Counts_Record_OfTheRuleOrItsLearning(string learning, string rule, bool counts) =>
        (RuleCases.Rule("sit") with { LearningIds = ["course", "as-good"] }).Counts(learning, rule).ShouldBe(counts);
}

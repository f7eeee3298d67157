using FsCheck;
using FsCheck.Fluent;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Funding;
using LearningDev.Funding.Requests;
using LearningDev.Funding.Requests.Rules;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Rules.Pure;

public class RequestFiguresTests
{
    private static readonly FundingSettings Shipped = new();

    [Theory]
    [InlineData("Driver CPC", true)]
    [InlineData("Periodic training: driver  CPC, 35 hours", true)]
    [InlineData("Driver-CPC module 4", true)]
    [InlineData("Driver certificate of professional competence", true)]
    [InlineData("Screwdriver CPC", false)]
    [InlineData("Driver CPCs for beginners", false)]
    [InlineData("CPC for transport managers", false)]
    [Requirement("FUN-08")]
    public void Forced_DriverCpc_IsMandatoryWhateverWasChosen(string title, bool isForced)
    {
        RequestFigures.Forced(title, isCpd: false, Shipped).ShouldBe(isForced ? (TrainingClassification.Mandatory, ForcedBy.Words) : ("", ForcedBy.Nothing));
        RequestFigures.Forced(title, isCpd: true, Shipped).ShouldBe(isForced ? (TrainingClassification.Mandatory, ForcedBy.Words) : (TrainingClassification.Personal, ForcedBy.Cpd));
    }

    [Theory]
    [InlineData(0, "essential-for-role", 0)]
    [InlineData(1, "mandatory", 0.5)]
    [InlineData(3, "corporate-need", 1.5)]
    [InlineData(4, "personal-or-professional", 2)]
    [InlineData(4, "", 0)]
    [InlineData(4, "of the council's own", 0)]
    [Requirement("FUN-07")]
    public void StudyLeave_Shipped_IsHalfADayForEach(int examinations, string classification, double days) => RequestFigures.StudyLeave(examinations, classification, Shipped).ShouldBe((decimal)days);

    [Fact]
    [Requirement("FUN-07")]
    public void StudyLeave_AnyFigures_GrowsWithExaminationsAndIsNeverLess() => Prop.ForAll(
        Gen.Choose(-5, 100).ToArbitrary(), Gen.Choose(0, 80).ToArbitrary(), Gen.Elements(Enum.GetValues<Entitlement>()).ToArbitrary(), (examinations, quarters, entitlement) =>
        {
            var settings = new FundingSettings { StudyLeaveDaysPerExamination = quarters / 4m, Classifications = [new ClassificationRule { Key = "a", StudyLeave = entitlement }] };
            var days = RequestFigures.StudyLeave(examinations, "a", settings);
            days.ShouldBe(entitlement == Entitlement.No || examinations <= 0 ? 0 : examinations * quarters / 4m);
            RequestFigures.StudyLeave(examinations + 1, "a", settings).ShouldBeGreaterThanOrEqualTo(days);
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Requirement("FUN-03")]
    public void IsAboveLimit_AnyCost_IsTrueAboveItAndNotAtIt() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Elements("corporate", "team", "levy", "self", "other", "").ToArbitrary(), (total, limit, source) =>
        {
            var settings = new FundingSettings { LongerWayAbove = limit / 100m };
            RequestFigures.IsAboveLimit(total / 100m, source, settings).ShouldBe(source is not ("levy" or "self") && total > limit);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("corporate", false, true, true)]
    [InlineData("corporate", true, true, false)]
    [InlineData("corporate", false, false, false)]
    [InlineData("team", false, true, false)]
    [Requirement("FUN-03")]
    public void IsRefusedWithoutPlan_BySourceAndSetting(string source, bool isInPlan, bool isNeeded, bool isRefused) =>
        RequestFigures.IsRefusedWithoutPlan(source, isInPlan, new FundingSettings { CorporateBudgetNeedsPlan = isNeeded }).ShouldBe(isRefused);

    [Fact]
    [Requirement("FUN-08")]
    public void Apply_Item_HasWhatFollowsFromItsAnswers()
    {
        var item = new ContentItem { ContentItemId = "a", ContentType = TrainingRequest.ContentType };
        item.Alter<TitlePart>(part => part.Title = "Driver CPC");
        item.Alter<TrainingRequest>(request =>
        {
            request.Classification.Text = TrainingClassification.Personal;
            request.Examinations.Value = 3;
            request.FundingSource.Text = FundingSources.Team;
            request.CostLines = [new CostLine { Id = "1", Amount = 500 }, new CostLine { Id = "2", Amount = 0.01m }];
        });

        RequestFigures.Apply(item, Shipped);

        var answers = item.As<TrainingRequest>();
        (answers.Classification.Text, answers.StudyLeaveDays.Value, answers.TotalCost.Value, answers.AboveLimit?.Value).ShouldBe((TrainingClassification.Mandatory, 1.5m, 500.01m, true));
        RequestFigures.Apply(item, Shipped);
        item.As<TrainingRequest>().TotalCost.Value.ShouldBe(500.01m);
    }

    [Fact]
    public void Apply_CostsAreNotAnswered_StayUnanswered()
    {
        var item = new ContentItem { ContentItemId = "a", ContentType = TrainingRequest.ContentType };
        RequestFigures.Apply(item, Shipped);
        item.As<TrainingRequest>().TotalCost.Value.ShouldBeNull();
        item.Alter<TrainingRequest>(request => request.IsCpd = new BooleanField { Value = true });
        RequestFigures.Apply(item, Shipped);
        item.As<TrainingRequest>().Classification.Text.ShouldBe(TrainingClassification.Personal);
    }
}

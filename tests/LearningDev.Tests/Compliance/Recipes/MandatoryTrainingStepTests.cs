using LearningDev.Compliance;
using LearningDev.Compliance.Contracts;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.Recipes;

[Requirement("CMP-01"), Requirement("MEM-06"), Collection(ComplianceCollection.Name)]
public class MandatoryTrainingStepTests(CompliancePortal portal)
{
    private const string Attended = """{ "name": "MandatoryTraining", "Attended": [ { "People": ["cllr.rhys.probert"], "Training": "personal-safety", "Learning": "m-personal-safety", "Day": "2026-09-09", "How": "Elsewhere", "Note": "Seen" } ] }""";

    private const string Exempt = """{ "name": "MandatoryTraining", "Exempt": [ { "Person": "cllr.rhys.probert", "Training": "equalities", "From": "2026-09-01", "Until": "2026-09-30", "Reason": "Agreed" } ] }""";

    [Fact]
    public async Task Run_AttendanceAndExemption_StandOnce()
    {
        var rhys = await portal.PersonIdAsync("cllr.rhys.probert");
        foreach (var step in (string[])[Attended, Exempt])
        {
            var first = await RunAsync(step);
            (first.Problems.Count, first.Changes.Count).ShouldBe((0, 1));
            (await RunAsync(step)).Changes.ShouldBeEmpty();
        }

        (await portal.RecordsOfAsync(rhys)).Count(row => row.Day == new DateOnly(2026, 9, 9) && row.How == RecordedHow.Elsewhere && row.LearningId == "m-personal-safety").ShouldBe(1);
        (await portal.ExemptionsOfAsync(rhys)).ShouldHaveSingleItem().Until.ShouldBe(new DateOnly(2026, 9, 30));
    }

    [Theory]
    [InlineData(Attended, "personal-safety\"", "no-such\"", "needs the key of a rule")]
    [InlineData(Attended, "m-personal-safety", "m-equalities", "must be learning of that rule")]
    [InlineData(Attended, "2026-09-09", "2026-12-02", "not in the future")]
    [InlineData(Attended, "2026-09-09", "9 September", "needs a Day")]
    [InlineData(Attended, "Elsewhere", "Hearsay", "How must be Register, Elsewhere, Reported")]
    [InlineData(Attended, "cllr.rhys.probert", "nobody", "Nobody has the user name \"nobody\"")]
    [InlineData(Attended, "[\"cllr.rhys.probert\"]", "[]", "a list of user names")]
    [InlineData(Attended, "\"Note\"", "\"Remark\"", "There is no property \"Remark\"")]
    [InlineData(Exempt, "\"Agreed\"", "\"\"", "An exemption needs")]
    [InlineData(Exempt, "2026-09-30", "2026-08-30", "An exemption needs")]
    [InlineData(Exempt, "2026-09-30", "September", "An exemption needs")]
    public async Task Run_SomethingIsWrong_NamesIt(string step, string before, string after, string problem) =>
        (await RunAsync(step.Replace(before, after, StringComparison.Ordinal))).Problems.ShouldHaveSingleItem().Message.ShouldContain(problem);

    [Fact]
    public async Task Run_DemonstrationAgain_ChangesNothing()
    {
        await using var scope = portal.Scope();
        foreach (var name in (string[])["demonstration-members-training", "members-hub-training"])
        {
            var path = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recipes"), $"{name}.recipe.json", SearchOption.AllDirectories).Single();
            var report = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Parse(await File.ReadAllTextAsync(path)), new RecipeRunOptions { DryRun = true });
            report.Problems.ShouldBeEmpty();
            // What other tests have removed may come back.
            report.Changes.Where(change => change.Kind == "Rule of mandatory training").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Rules_Shipped_AreTheTableOfTheStrategy()
    {
        await using var scope = portal.Scope();
        var rules = (await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<ComplianceSettings>()).Rules.ToDictionary(rule => rule.Key);
        rules.Count.ShouldBe(10);
        rules.Values.Count(rule => rule is { BeforeSitting: true, RefresherMonths: 12, RefresherStopsSitting: false, SittingHoldsMonths: 12 }).ShouldBe(4);
        rules.Values.Where(rule => rule.AtInduction).Select(rule => rule.InductionDays).Distinct().ShouldBe([90]);
        (rules["ethics-probity"].AtInduction, rules["ethics-probity"].OnceMoreInCycle).ShouldBe((true, true));
        rules["ethics-probity"].Groups.ShouldBe(["members"]);
        rules["equalities"].Groups.ShouldBe(["members-mayor", "members-councillors"]);
        (rules["chairing-skills"].EachMunicipalYear, rules["chairing-skills"].UnlessAttended).ShouldBe((true, true));
        rules["planning-committee"].Groups.ShouldBe(["members-body-planning"]);
    }

    [Theory]
    [InlineData("""{ "Rules": [ { "Key": "new one", "Name": "New", "AtInduction": true } ] }""", "Key must be of small letters")]
    [InlineData("""{ "Rules": [ { "Key": "new-one", "Name": "New" } ] }""", "Say when it is needed")]
    [InlineData("""{ "Rules": [ { "Key": "new-one", "Name": "Equalities", "AtInduction": true } ] }""", "Name is there twice")]
    [InlineData("""{ "Rules": [ { "Key": "new-one", "Name": "New", "AtInduction": true, "RefresherStopsSitting": true } ] }""", "Only training that is needed before sitting")]
    [InlineData("""{ "Link": [ { "Key": "no-such" } ] }""", "There is no rule with the key")]
    public async Task Run_RulesThatAreWrong_AreRefused(string step, string problem) =>
        (await RunAsync(step.Replace("{ \"", "{ \"name\": \"MandatoryTrainingRules\", \"", StringComparison.Ordinal).Replace("[ { \"name\": \"MandatoryTrainingRules\", ", "[ { ", StringComparison.Ordinal)))
            .Problems.ShouldHaveSingleItem().Message.ShouldContain(problem);

    [Fact]
    public async Task Advise_RuleWithoutGroupOrLearning_SaysWhatIsMissing()
    {
        await using var scope = portal.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        var advice = scope.ServiceProvider.GetServices<ISettingsAdvice>().Single(one => one.Section == typeof(ComplianceSettings));
        (await advice.AdviseAsync(default)).Warnings.ShouldBeEmpty();
        var before = await settings.GetAsync<ComplianceSettings>();
        var section = await settings.GetAsync<ComplianceSettings>();
        section.Rules =
        [
            .. before.Rules, new MandatoryTraining { Key = "lonely", Name = "Lonely", AtInduction = true },
            new MandatoryTraining { Key = "lost", Name = "Lost", AtInduction = true, Groups = ["members-body-none"], Learning = ["m-none"] },
        ];
        await settings.SaveAsync(section);
        (await advice.AdviseAsync(default)).Warnings.ShouldBe(
        [
            "Lonely is needed by nobody yet: choose whom it is for.", "Lonely names no learning, so that nobody is led to it: add its id.",
            "Lost is for a group that does not exist: members-body-none.", "Lost names learning that is not published: m-none.",
        ]);
        section.Rules = before.Rules;
        await settings.SaveAsync(section);
    }

    [Fact]
    public async Task Check_RuleWithRecords_CannotBeRemoved()
    {
        await using var scope = portal.Scope();
        var check = scope.ServiceProvider.GetServices<ISettingsCheck>().Single(one => one.Section == typeof(ComplianceSettings));
        var before = await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<ComplianceSettings>();
        // The demonstration has an exemption from chairing skills.
        var after = new ComplianceSettings { Rules = [.. before.Rules.Where(rule => rule.Key is not ("chairing-skills" or "corporate-parenting"))] };
        (await check.CheckAsync(before, after, default)).ShouldHaveSingleItem().Message.ShouldStartWith("Chairing skills (chairing-skills) cannot be removed");
    }

    private async Task<RecipeReport> RunAsync(string step)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Parse($$"""{ "name": "training", "steps": [ {{step}} ] }"""), new RecipeRunOptions());
    }
}

using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Modules;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Modules.Pure;

[Requirement("ADM-01")]
public class ModuleDependenciesTests
{
    private const int Most = 7;

    [Fact]
    public void NeedsOf_ChainAndFork_ComesBeforeWhatNeedsIt()
    {
        ModuleManifest[] modules = [Module("a", "b", "c"), Module("b", "d"), Module("c", "d"), Module("d"), Module("e")];

        Ids(ModuleDependencies.NeedsOf(modules, "A")).ShouldBe(["d", "b", "c"]);
        Ids(ModuleDependencies.NeededBy(modules, "d")).ShouldBe(["a", "b", "c"]);
        ModuleDependencies.NeedsOf(modules, "nowhere").ShouldBeEmpty();
        ModuleDependencies.Faults(modules).ShouldBeEmpty();
    }

    [Fact]
    public void Faults_UnknownCircularAndAlwaysOn_AreSaid()
    {
        ModuleDependencies.Faults([Module("a", "b")]).ShouldBe(["The module a needs b, which the host does not list."]);
        ModuleDependencies.Faults([Module("a", "b"), Module("b", "A")]).ShouldBe(["The module a needs itself.", "The module b needs itself."]);
        ModuleDependencies.Faults([Module("a", "b") with { AlwaysOn = true }, Module("b")])
            .ShouldBe(["The module a is always on but needs b, which can be switched off."]);
    }

    // Whatever modules need, round in circles too.
    [Fact]
    public void NeedsOf_AnyModules_IsAllThatIsNeededAndNeededByIsItsMirror() => Prop.ForAll(AnyModules(), modules =>
    {
        foreach (var module in modules)
        {
            var needs = Ids(ModuleDependencies.NeedsOf(modules, module.Id));
            needs.ShouldBeUnique();
            needs.ShouldNotContain(module.Id);
            needs.Append(module.Id).SelectMany(id => modules.Single(other => other.Id == id).DependsOn!).Where(id => id != module.Id).ShouldBeSubsetOf(needs);
            foreach (var other in modules.Where(other => other.Id != module.Id))
            {
                Ids(ModuleDependencies.NeededBy(modules, other.Id)).Contains(module.Id).ShouldBe(needs.Contains(other.Id));
            }
        }
    }).QuickCheckThrowOnFailure();

    // Switching one after the other, no module is ever on without what it needs.
    [Fact]
    public void Make_AnyModulesSwitchedInAnyOrder_NoneIsOnWithoutWhatItNeeds() =>
        Prop.ForAll(AnyModules(circles: false), ArbMap.Default.ArbFor<(int Module, bool On)[]>(), (modules, switches) =>
        {
            HashSet<string> enabled = [];
            foreach (var (number, on) in switches)
            {
                var module = modules[(number & int.MaxValue) % modules.Length];
                var plan = FeaturePlan.Make(modules, enabled, module, on);
                foreach (var switched in plan.Switched)
                {
                    (on ? enabled.Add(switched.Id) : enabled.Remove(switched.Id)).ShouldBeTrue();
                    modules.Where(other => enabled.Contains(other.Id)).SelectMany(other => other.DependsOn!).ShouldBeSubsetOf(enabled);
                }

                enabled.Contains(module.Id).ShouldBe(on);
            }
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<ModuleManifest[]> AnyModules(bool circles = true) => (
        from count in Gen.Choose(1, Most)
        from needs in Gen.Choose(0, (1 << Most) - 1).ListOf(count)
        select needs.Select((bits, number) => Module(
            $"m{number}",
            [.. Enumerable.Range(0, count).Where(other => (bits & (1 << other)) != 0 && (circles || other < number)).Select(other => $"m{other}")])).ToArray()).ToArbitrary();

    private static ModuleManifest Module(string id, params string[] needs) => new(id, id.ToUpperInvariant(), "", "Tests", needs);

    private static List<string> Ids(IEnumerable<ModuleManifest> modules) => [.. modules.Select(module => module.Id)];
}

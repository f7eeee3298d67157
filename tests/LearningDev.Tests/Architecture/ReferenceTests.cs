using Mono.Cecil;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Architecture;

/// <summary>Imports run Web → Modules → Workflows → Content → Platform; modules meet only through what stands in a module's Contracts.</summary>
public class ReferenceTests
{
    // From the ground up.
    private static readonly string[] Floors = ["LearningDev.Platform", "LearningDev.Content", "LearningDev.Workflows", "(modules)", "LearningDev.Web"];

    [Fact]
    public void Project_AnyReference_RunsDownwards()
    {
        var wrong =
            from project in SourceTree.Projects
            from reference in project.References
            let other = SourceTree.Projects.Single(candidate => candidate.Name == reference)
            where Floor(other) > Floor(project) || (Floor(other) == Floor(project) && !project.IsModule)
            select $"{project.Name} → {reference}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Project_Any_HasAFloor() =>
        SourceTree.Projects.Where(project => Floor(project) < 0).Select(project => project.Name).ShouldBeEmpty();

    [Fact]
    public void Modules_References_FormNoCycle()
    {
        var references = SourceTree.Projects.ToDictionary(project => project.Name, project => project.References);

        Cycles.Find(references).ShouldBeEmpty();
    }

    [Fact]
    public void Anyone_Reporting_IsNotReferenced()
    {
        var wrong = SourceTree.Projects
            .Where(project => project.Name != "LearningDev.Web" && project.References.Contains("LearningDev.Reporting"))
            .Select(project => project.Name);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Module_TypeOfAnotherModule_StandsInItsContracts()
    {
        var modules = SourceTree.Modules.Select(module => module.Name).ToHashSet();
        var wrong = new List<string>();
        foreach (var module in SourceTree.Modules)
        {
            using var compiled = module.Compiled();
            wrong.AddRange(
                from type in compiled.GetTypeReferences()
                where modules.Contains(Assembly(type)) && !IsContract(Outermost(type))
                select $"{module.Name} uses {type.FullName}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Module_TypeOutsideContracts_IsInternalButForTheDoor()
    {
        var wrong = new List<string>();
        foreach (var module in SourceTree.Modules)
        {
            using var compiled = module.Compiled();
            wrong.AddRange(
                from type in compiled.Types
                where type.IsPublic && !IsContract(type)
                where type.Interfaces.All(known => known.InterfaceType.FullName != "LearningDev.Platform.Modules.IModule")
                select type.FullName);
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Cycles_Ring_IsFound()
    {
        var ring = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A"], ["D"] = ["A"] };

        Cycles.Find(ring).ShouldBe(["A → B → C → A"]);
    }

    [Fact]
    public void Cycles_TwoWaysToOnePlace_AreNone()
    {
        var diamond = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["B", "C"], ["B"] = ["D"], ["C"] = ["D"], ["D"] = [] };

        Cycles.Find(diamond).ShouldBeEmpty();
    }

    private static int Floor(Project project) => Array.IndexOf(Floors, project.IsModule ? "(modules)" : project.Name);

    private static string Assembly(TypeReference type) => Outermost(type).Scope.Name;

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    private static bool IsContract(TypeReference type) =>
        type.Namespace.EndsWith(".Contracts", StringComparison.Ordinal) || type.Namespace.Contains(".Contracts.", StringComparison.Ordinal);
}

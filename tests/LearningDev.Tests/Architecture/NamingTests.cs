using System.Text.RegularExpressions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Machine;
using Mono.Cecil;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Architecture;

/// <summary>Names say what a thing is for: no drawer for odds and ends, no word of a module's trade on the ground floor.</summary>
public partial class NamingTests
{
    private static readonly string[] Drawers = ["Common", "Helper", "Helpers", "Util", "Utils", "Utilities", "Manager", "Managers", "Shared", "Misc"];

    // Not "session", "member", "certificate" and "claim": the web and the framework have their own.
    private static readonly HashSet<string> DomainWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Learning", "Learner", "Learners", "Course", "Courses", "Catalogue", "Training", "Trainer", "Funding", "Budget", "Budgets", "Levy",
        "Mentor", "Mentors", "Mentee", "Mentoring", "Coach", "Coaches", "Coachee", "Coaching", "Volunteer", "Volunteers", "Volunteering",
        "Induction", "Apprentice", "Apprentices", "Apprenticeship", "Councillor", "Councillors", "Compliance", "Curriculum", "Qualification",
        "Qualifications", "Pathway", "Pathways", "Appraisal", "Cpd", "Scorm", "Pillar", "Repayment", "Bursary",
    };

    [Fact]
    public void Folder_Any_IsNoDrawer()
    {
        string[] places = ["src", "tests", "recipes", "themes", "docs"];
        var wrong = places.Select(place => RepositoryRoot.Combine(place))
            .Where(Directory.Exists)
            .SelectMany(SourceTree.Folders)
            .Where(folder => Drawers.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase))
            .Select(SourceTree.Relative);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Type_Any_IsNoDrawer()
    {
        var wrong = new List<string>();
        foreach (var project in SourceTree.Projects)
        {
            using var compiled = project.Compiled();
            wrong.AddRange(
                from type in Own(compiled)
                let words = Words(type.Name)
                where words.Count > 0 && Drawers.Contains(words[^1]) && !TakesItsNameFromItsBase(type, words[^1])
                select type.FullName);
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Platform_Names_HoldNoDomainWord()
    {
        using var platform = SourceTree.Projects.Single(project => project.Name == "LearningDev.Platform").Compiled();
        var names =
            from type in Own(platform)
            from name in new[] { type.Name }
                .Concat(type.Methods.Select(method => method.Name))
                .Concat(type.Properties.Select(property => property.Name))
                .Concat(type.Fields.Select(field => field.Name))
            where Words(name).Any(DomainWords.Contains)
            select name == type.Name ? type.FullName : $"{type.FullName}.{name}";

        names.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Requirement_Id_IsThreeLettersAndTwoDigits()
    {
        var wrong = new List<string>();
        foreach (var assembly in Directory.EnumerateFiles(AppContext.BaseDirectory, "LearningDev.*Tests.dll"))
        {
            using var compiled = ModuleDefinition.ReadModule(assembly);
            wrong.AddRange(
                from type in compiled.GetTypes()
                from attribute in type.CustomAttributes.Concat(type.Methods.SelectMany(method => method.CustomAttributes))
                where attribute.AttributeType.FullName == typeof(RequirementAttribute).FullName
                let id = (string)attribute.ConstructorArguments[0].Value
                where !RequirementId().IsMatch(id)
                select $"{type.FullName}: {id}");
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CourseCatalogueURLs", new[] { "Course", "Catalogue", "URLs" })]
    [InlineData("get_DisplayName", new[] { "get", "Display", "Name" })]
    [InlineData("IPanel", new[] { "IPanel" })]
    [InlineData("Discourse", new[] { "Discourse" })]
    public void Words_Name_SplitAtCapitals(string name, string[] words) => Words(name).ShouldBe(words);

    // A tag helper or a sign-in manager is called so by ASP.NET Core.
    private static bool TakesItsNameFromItsBase(TypeDefinition type, string word) =>
        type.BaseType is { } known
        && known.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)
        && (!known.Namespace.StartsWith("LearningDev", StringComparison.Ordinal) || TakesItsNameFromItsBase(known.Resolve(), word));

    private static IEnumerable<TypeDefinition> Own(ModuleDefinition compiled) =>
        compiled.GetTypes().Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace.StartsWith("LearningDev", StringComparison.Ordinal));

    private static List<string> Words(string name) => [.. Word().Matches(name).Select(match => match.Value)];

    [GeneratedRegex("[A-Z]*[a-z0-9]+|[A-Z]+")]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Z]{3}-[0-9]{2}$")]
    private static partial Regex RequirementId();
}

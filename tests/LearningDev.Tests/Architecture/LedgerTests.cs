using LearningDev.MembersHub.Budgets;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Architecture;

/// <summary>Nothing in the source changes or removes movements of members' budgets.</summary>
[Requirement("MEM-04")]
public class LedgerTests
{
    [Fact]
    public void Source_Movements_AreWrittenOnceAndNeverChanged()
    {
        foreach (var type in (Type[])[typeof(BudgetEntry), typeof(BudgetOverride)])
        {
            type.GetProperties().Where(property => property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
                .ShouldBeEmpty();
        }

        SourceTree.Files(RepositoryRoot.Combine("src"), "*.cs").Select(path => (Path: path, Lines: File.ReadAllLines(path)))
            .SelectMany(file => file.Lines.Where(line => (line.Contains("MemberBudgetEntries", StringComparison.Ordinal) || line.Contains("MemberBudgetOverrides", StringComparison.Ordinal))
                && (line.Contains("Execute", StringComparison.Ordinal) || line.Contains("Remove", StringComparison.Ordinal) || line.Contains("Update", StringComparison.Ordinal))))
            .ShouldBeEmpty();
    }
}

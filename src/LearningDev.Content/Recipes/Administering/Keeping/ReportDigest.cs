using System.Security.Cryptography;
using System.Text;

namespace LearningDev.Content.Recipes.Administering.Keeping;

/// <summary>Tells whether two runs of a recipe change the same.</summary>
internal static class ReportDigest
{
    /// <summary>
    /// A digest of what a recipe changes and of what it leaves out. The ids of new things do not count, because a recipe may have them made anew at each run;
    /// nor does the order.
    /// </summary>
    public static string Of(RecipeReport report)
    {
        var lines = report.Changes
            .Select(change => string.Join('\t', change.Recipe, change.Step, change.Action, change.Kind, change.Action == RecipeAction.Added ? "" : change.Id, change.Name, change.Detail))
            .Concat(report.Problems.Where(problem => problem.Stops).Select(problem => string.Join('\t', problem.Recipe, problem.Line, problem.Step, problem.Message)))
            .Order(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

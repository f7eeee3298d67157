namespace LearningDev.Web.Setup;

/// <summary>A question of set-up.</summary>
/// <param name="Path">The address of its page.</param>
/// <param name="IsAnswered">True when the answers hold its answer.</param>
internal sealed record SetupStep(string Path, Func<SetupAnswers, bool> IsAnswered);

/// <summary>The questions of set-up in their order.</summary>
internal static class SetupSteps
{
    /// <summary>Where the code is asked for.</summary>
    public const string Start = "/set-up";

    /// <summary>Where one sees how far it is.</summary>
    public const string Progress = "/set-up/progress";

    public static readonly SetupStep Council = new("/set-up/council", answers => answers.CouncilName.Length > 0);
    public static readonly SetupStep Nation = new("/set-up/nation", answers => answers.Nation is not null);
    public static readonly SetupStep Database = new("/set-up/database", answers => answers.DatabaseSeen);
    public static readonly SetupStep StartingPoint = new("/set-up/starting-point", answers => answers.Recipe.Length > 0);
    public static readonly SetupStep Administrator = new("/set-up/administrator", answers => answers.PasswordHash.Length > 0);
    public static readonly SetupStep Check = new("/set-up/check", _ => false);

    private static readonly SetupStep[] All = [Council, Nation, Database, StartingPoint, Administrator, Check];

    /// <summary>The first question that is not answered yet: the page to go on with.</summary>
    public static SetupStep Next(SetupAnswers answers) => All.First(step => !step.IsAnswered(answers));

    /// <summary>The address of the page before.</summary>
    public static string Before(SetupStep step) => Array.IndexOf(All, step) is > 0 and var at ? All[at - 1].Path : Start;

    /// <summary>True when a question before it has no answer yet.</summary>
    public static bool IsTooEarly(SetupStep step, SetupAnswers answers) => All.TakeWhile(other => other != step).Any(other => !other.IsAnswered(answers));
}

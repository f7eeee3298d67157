using System.Globalization;

namespace LearningDev.Workflows.Designing.StepForms;

/// <summary>The names of the fields of a step's form.</summary>
internal static class StepKeys
{
    public const string Title = "title";
    public const string IsStart = "start";

    /// <summary>The buttons that change the form's rows instead of saving: a verb, a space, and the field that it is about.</summary>
    public const string Do = "do";

    public const string More = "more";
    public const string MoreGroup = "group";
    public const string Out = "out";
    public const string Find = "find";
    public const string Preview = "preview";

    public const string Field = ".Field";
    public const string Operator = ".Operator";
    public const string Value = ".Value";
    public const string Match = ".Match";
    public const string Name = ".Name";
    public const string Meaning = ".Meaning";
    public const string NeedsComment = ".NeedsComment";
    public const string Text = ".Text";
    public const string Search = ".Search";

    /// <summary>A property's field.</summary>
    public static string Of(string property) => $"p.{property}";

    /// <summary>One of several rows, from 0.</summary>
    public static string Row(string key, int row) => string.Create(CultureInfo.InvariantCulture, $"{key}[{row}]");

    /// <summary>The conditions of a switch's case.</summary>
    public static string When(string row) => $"{row}.When";

    public static string Condition(string group, int row) => Row($"{group}.c", row);

    public static string Group(string group, int row) => Row($"{group}.g", row);
}

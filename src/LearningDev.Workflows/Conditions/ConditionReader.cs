using System.Globalization;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Running;

namespace LearningDev.Workflows.Conditions;

/// <summary>Says whether conditions hold in a case.</summary>
internal sealed class ConditionReader(CaseValues values)
{
    /// <summary>True when the group holds.</summary>
    /// <exception cref="ActivityException">A condition makes no sense for the field's value.</exception>
    public async Task<bool> HoldsAsync(CaseState state, ConditionGroup group, CancellationToken cancellation)
    {
        if (group.IsEmpty)
        {
            return true;
        }

        var any = group.Match == ConditionMatch.Any;
        foreach (var condition in group.Conditions)
        {
            if (await HoldsAsync(state, condition, cancellation) == any)
            {
                return any;
            }
        }

        foreach (var inner in group.Groups.Where(inner => !inner.IsEmpty))
        {
            if (await HoldsAsync(state, inner, cancellation) == any)
            {
                return any;
            }
        }

        return !any;
    }

    private async Task<bool> HoldsAsync(CaseState state, Condition condition, CancellationToken cancellation)
    {
        var value = await values.ReadAsync(state, condition.Field, cancellation);
        var today = (await values.ReadAsync(state, "today", cancellation)).Values[0];
        List<string> wanted = [];
        foreach (var written in condition.Values)
        {
            wanted.AddRange(value.Kind == FieldValueKind.People && written == "owner" ? state.OwnerId is { } owner ? [owner] : [] : [value.Kind == FieldValueKind.Day ? Day(written, today) : written]);
        }

        return Compare(value, condition.Operator, wanted, condition.Field);
    }

    /// <summary>Compares a value.</summary>
    /// <exception cref="ActivityException">The values cannot be compared so.</exception>
    internal static bool Compare(CaseValue value, ConditionOperator how, IReadOnlyList<string> wanted, string field) => how switch
    {
        ConditionOperator.IsFilledIn => value.Values.Count > 0,
        ConditionOperator.IsEmpty => value.Values.Count == 0,
        ConditionOperator.Is => IsAny(value, wanted.Take(1)) || (value.Values.Count == 0 && value.Kind is FieldValueKind.Text or FieldValueKind.YesNo && wanted is ["" or "false"]),
        ConditionOperator.IsNot => !IsAny(value, wanted.Take(1)),
        ConditionOperator.IsAnyOf => IsAny(value, wanted),
        ConditionOperator.IsNoneOf => !IsAny(value, wanted),
        ConditionOperator.Contains => wanted is [var part, ..] && (IsAny(value, wanted)
            || (value.Kind is FieldValueKind.Text or FieldValueKind.Choice && value.Values.Any(text => text.Contains(part, StringComparison.CurrentCultureIgnoreCase)))),
        _ => value.Values is [var own, ..] && wanted is [var other, ..] && Ordered(Order(own, other, field), how),
    };

    private static bool Ordered(int order, ConditionOperator how) => how switch
    {
        ConditionOperator.IsMoreThan => order > 0,
        ConditionOperator.IsAtLeast => order >= 0,
        ConditionOperator.IsLessThan => order < 0,
        _ => order <= 0,
    };

    private static bool IsAny(CaseValue value, IEnumerable<string> wanted) => wanted.Any(one => value.Values.Concat(value.Also).Any(own => IsSame(own, one)));

    private static bool IsSame(string own, string wanted) => string.Equals(own, wanted, StringComparison.OrdinalIgnoreCase) || (Number(own) is { } number && Number(wanted) == number);

    private static int Order(string own, string wanted, string field) =>
        Number(own) is { } number && Number(wanted) is { } limit ? number.CompareTo(limit)
        : DateOnly.TryParseExact(own, "yyyy-MM-dd", out var day) && DateOnly.TryParseExact(wanted, "yyyy-MM-dd", out var last) ? day.CompareTo(last)
        : throw new ActivityException($"“{own}” of {field} cannot be compared with “{wanted}”");

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    // "today+14" is two weeks from today.
    private static string Day(string written, string today) =>
        written.StartsWith("today", StringComparison.OrdinalIgnoreCase) && DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day
            ? (int.TryParse(written["today".Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? day.AddDays(days) : day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : written;
}

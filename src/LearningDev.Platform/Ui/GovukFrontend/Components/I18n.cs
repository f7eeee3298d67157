namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>The attributes by which the package's scripts are given their words.</summary>
internal static class I18n
{
    /// <summary>Adds the attribute of one text, unless it is null.</summary>
    public static Dictionary<string, string?> With(this Dictionary<string, string?> attributes, string name, string? value)
    {
        if (value is not null)
        {
            attributes[name] = value;
        }

        return attributes;
    }

    /// <summary>Adds all attributes of another set.</summary>
    public static Dictionary<string, string?> With(this Dictionary<string, string?> attributes, IReadOnlyDictionary<string, string?>? others)
    {
        foreach (var (name, value) in others ?? new Dictionary<string, string?>())
        {
            attributes[name] = value;
        }

        return attributes;
    }

    /// <summary>Adds the attribute of a text that the script writes.</summary>
    public static Dictionary<string, string?> WithText(this Dictionary<string, string?> attributes, string key, string? message) =>
        attributes.With("data-i18n." + key, message);

    /// <summary>Adds the attributes of a text that the script writes with a number, one for each plural form ("one", "other").</summary>
    public static Dictionary<string, string?> WithTexts(this Dictionary<string, string?> attributes, string key, IReadOnlyDictionary<string, string?>? messages)
    {
        foreach (var (plural, message) in messages ?? new Dictionary<string, string?>())
        {
            attributes.With($"data-i18n.{key}.{plural}", message);
        }

        return attributes;
    }
}

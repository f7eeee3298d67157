using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Ui.GovukFrontend;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>Reads the properties of a section's class: what they are called, what they may hold and how a form shows them (ADM-01).</summary>
internal static partial class SettingsSchema
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<SettingProperty>> Known = [];

    /// <summary>The properties of a class in the order in which they are written down.</summary>
    /// <exception cref="InvalidOperationException">A property holds a secret by its name, or is of a type that no form can show.</exception>
    public static IReadOnlyList<SettingProperty> Of(Type type) => Known.GetOrAdd(type, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true } && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .OrderBy(property => property.GetCustomAttribute<DisplayAttribute>()?.GetOrder() ?? 0)
            .Select(Read),
    ]);

    /// <summary>The choices of an enum, by the display names of its values.</summary>
    public static IReadOnlyList<SettingChoice> ChoicesOf(Type type) =>
    [
        .. Enum.GetNames(type).Select(name => new SettingChoice(
            type.GetField(name)?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? Words(name), name)),
    ];

    /// <summary>The type of a list's entries; null for what is no list.</summary>
    public static Type? EntryOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;

    private static SettingProperty Read(PropertyInfo property)
    {
        var display = property.GetCustomAttribute<DisplayAttribute>();
        var kind = KindOf(property);
        if (property.PropertyType == typeof(string) && Secret().IsMatch(property.Name))
        {
            throw new InvalidOperationException(
                $"{property.DeclaringType?.Name}.{property.Name} holds a secret. Secrets belong in the host's configuration: settings are shown, exported and kept for good.");
        }

        var isDictionary = property.PropertyType == typeof(Dictionary<string, string>);
        return new SettingProperty
        {
            Name = property.Name,
            Type = property.PropertyType,
            Kind = kind,
            Label = display?.GetName() ?? Words(property.Name),
            Hint = display?.GetDescription() ?? "",
            Heading = display?.GetGroupName() ?? "",
            // Without a short name the attribute gives the name itself.
            RowName = display?.GetShortName() is { } single && single != display.GetName() ? single : "Row",
            Unit = property.GetCustomAttribute<SettingUnitAttribute>(),
            Protected = property.GetCustomAttribute<ProtectedFigureAttribute>(),
            ChosenFrom = isDictionary ? null : property.GetCustomAttribute<ChosenFromAttribute>()?.Choices ?? EnumOf(property.PropertyType),
            KeyOf = property.GetCustomAttribute<KeyOfAttribute>()?.Property,
            IsEmail = property.IsDefined(typeof(EmailAddressAttribute)) || property.IsDefined(typeof(OptionalEmailAttribute)),
            IsDictionary = isDictionary,
            Rules = [.. property.GetCustomAttributes<ValidationAttribute>()],
            Parts = isDictionary ? Columns(property)
                : kind == SettingKind.Rows ? Of(EntryOf(property.PropertyType)!)
                : kind == SettingKind.Group ? Of(property.PropertyType)
                : [],
        };
    }

    private static SettingKind KindOf(PropertyInfo property)
    {
        var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isChosen = property.GetCustomAttribute<ChosenFromAttribute>() is not null;
        var isLong = property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.MultilineText;
        return EntryOf(plain) is { } entry
            ? entry.IsEnum || (entry == typeof(string) && isChosen) ? SettingKind.Choices : entry == typeof(string) ? SettingKind.Lines : SettingKind.Rows
            : plain == typeof(string) ? isChosen ? SettingKind.Choice : isLong ? SettingKind.LongText : SettingKind.Text
            : plain == typeof(bool) ? SettingKind.YesOrNo
            : plain.IsEnum ? SettingKind.Choice
            : plain == typeof(int) || plain == typeof(long) || plain == typeof(decimal) || plain == typeof(double) ? SettingKind.Number
            : plain == typeof(DateOnly) ? SettingKind.Date
            : plain == typeof(DayMonth) ? SettingKind.DayMonth
            : plain == typeof(Dictionary<string, string>) ? SettingKind.Rows
            : plain.IsClass && plain.GetConstructor([]) is not null && plain.Namespace?.StartsWith("System", StringComparison.Ordinal) != true ? SettingKind.Group
            : throw new InvalidOperationException($"No form can show {property.DeclaringType?.Name}.{property.Name}, which is a {plain.Name}.");
    }

    private static IReadOnlyList<SettingProperty> Columns(PropertyInfo property)
    {
        var names = property.GetCustomAttribute<ColumnNamesAttribute>() ?? new ColumnNamesAttribute("Key", "Value");
        var choices = property.GetCustomAttribute<ChosenFromAttribute>()?.Choices;
        return
        [
            new SettingProperty
            {
                Name = "Key",
                Type = typeof(string),
                Kind = choices is null ? SettingKind.Text : SettingKind.Choice,
                Label = names.Key,
                ChosenFrom = choices,
                Rules = [new RequiredAttribute()],
            },
            new SettingProperty { Name = "Value", Type = typeof(string), Kind = SettingKind.LongText, Label = names.Value },
        ];
    }

    private static Type? EnumOf(Type type)
    {
        var plain = EntryOf(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? plain : null;
    }

    private static string Words(string name) => DisplayNames.Words(name);

    [GeneratedRegex("(Password|Passphrase|Secret|Token|ApiKey|AccessKey|PrivateKey|ConnectionString|Credentials?)$")]
    private static partial Regex Secret();
}

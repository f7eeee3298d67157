using System.ComponentModel.DataAnnotations;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Settings.Fields;
using LearningDev.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Settings.Fields.Pure;

/// <summary>What becomes of a class: its form, its rules and its words.</summary>
[Requirement("ADM-01")]
public class SettingFieldsTests
{
    private static readonly IReadOnlyList<SettingProperty> _properties = SettingsSchema.Of(typeof(EveryKind));
    private static readonly Dictionary<Type, IReadOnlyList<SettingChoice>> _choices = new() { [typeof(Size)] = SettingsSchema.ChoicesOf(typeof(Size)) };

    [Fact]
    public void Of_Class_KnowsEveryKind() =>
        _properties.Select(property => $"{property.Label}: {property.Kind}").ShouldBe(
        [
            "Name of it: Text", "Note: LongText", "Number: Number", "Cost: Number", "Least: Number", "Is open: YesOrNo", "Size: Choice", "Sizes: Choices",
            "Day: Date", "Perhaps: Date", "Start: DayMonth", "Lines: Lines", "Rows: Rows", "Words: Rows", "Group: Group",
        ]);

    [Theory]
    [InlineData(typeof(WithSecret))]
    [InlineData(typeof(WithToken))]
    [InlineData(typeof(WithUnknownType))]
    public void Of_SecretOrUnknownType_IsRefused(Type type) => Should.Throw<InvalidOperationException>(() => SettingsSchema.Of(type));

    [Fact]
    public void Of_LengthOfAPassword_IsNoSecret() => SettingsSchema.Of(typeof(PasswordRules)).Count.ShouldBe(1);

    [Fact]
    public void Read_FormAsItWasShown_IsTheSection() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var before = SettingsJson.Whole(typeof(EveryKind), SettingsJson.Write(typeof(EveryKind), EveryKind.Made(seed)));
        var boxes = new SettingBoxes(_choices);
        var shown = boxes.Of(_properties, "Form.", before);

        var posted = boxes.Of(_properties, "Form.", [], Post(shown));
        List<SettingsError> errors = [];
        var after = SettingText.Read([.. posted.Select(SettingText.WithoutBlankRows)], errors);

        errors.ShouldBeEmpty();
        SettingsJson.Whole(typeof(EveryKind), after.ToJsonString()).ToJsonString().ShouldBe(before.ToJsonString());
        new SettingWords(_choices).Changes(_properties, before, SettingsJson.Whole(typeof(EveryKind), after.ToJsonString())).ShouldBeEmpty();
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Number", "1,000", "1000")]
    [InlineData("Number", " 7 ", "7")]
    [InlineData("Number", "2,5", null)]
    [InlineData("Number", "1.0", null)]
    [InlineData("Number", "٣", null)]
    [InlineData("Number", "0x10", null)]
    [InlineData("Number", "", null)]
    [InlineData("Cost", "£1,250.50", "1250.50")]
    [InlineData("Cost", "20%", "20")]
    [InlineData("Cost", "1e9", null)]
    [InlineData("Cost", "NaN", null)]
    [InlineData("Least", "", "")]
    public void Read_Number_IsReadAsPeopleWriteIt(string name, string typed, string? expected)
    {
        List<SettingsError> errors = [];
        var box = new SettingBox($"Form.{name}", _properties.Single(property => property.Name == name)) { Texts = [typed] };

        var json = SettingText.Read([box], errors);

        errors.Count.ShouldBe(expected is null ? 1 : 0);
        (json[name]?.ToString() ?? "").ShouldBe(expected ?? "");
    }

    [Fact]
    public void Check_DefaultMessages_AreInTheWordsOfTheDesignSystem() => SettingRules.Check(new Ruled()).Select(error => $"{error.Property}: {error.Message}").ShouldBe(
    [
        "Name: Enter name", "Number: Number must be between 1 and 10", "Least: Least must be 1 or more", "Note: Note must be 3 characters or fewer", "Address: Enter an email address in the correct format, like name@example.gov.uk",
        "Several: Choose several", "Rows[1].Name: Enter name", "Rows: Too many", ": Something else",
    ]);

    [Fact]
    public void Changes_EveryKind_AreInPlainWords()
    {
        var before = SettingsJson.Whole(typeof(EveryKind), "{}");
        var after = SettingsJson.Whole(typeof(EveryKind), """
            {
              "Name": "New", "Number": 5, "Cost": 12.5, "Least": 1, "IsOpen": true, "Size": "Large", "Sizes": ["Small", "Large"], "Day": "2026-12-25", "Perhaps": "2027-01-01",
              "Start": "09-01", "Lines": ["b", "a"], "Rows": [{ "Name": "One", "Number": 2 }], "Words": { "k": "v" }, "Group": { "Inner": "x" }
            }
            """);

        new SettingWords(_choices).Changes(_properties, before, after).ShouldBe(
        [
            new AuditChange("Name of it", "Shipped", "New"), new AuditChange("Number", "3 days", "5 days"), new AuditChange("Cost", "£2", "£12.5"), new AuditChange("Least", "", "1"),
            new AuditChange("Is open", "No", "Yes"), new AuditChange("Size", "Small", "Very large"), new AuditChange("Sizes", "", "Small; Very large"),
            new AuditChange("Day", "1 January 2026", "25 December 2026"), new AuditChange("Perhaps", "", "1 January 2027"), new AuditChange("Start", "1 April", "1 September"),
            new AuditChange("Lines", "a; b", "b; a"), new AuditChange("Rows", "", "One, 2"), new AuditChange("Words", "", "k: v"), new AuditChange("Group: Inner", "", "x"),
        ]);
    }

    // What a browser sends of the fields.
    private static FormCollection Post(IReadOnlyList<SettingBox> boxes)
    {
        Dictionary<string, StringValues> fields = [];
        foreach (var box in boxes)
        {
            Add(box);
        }

        return new FormCollection(fields);

        void Add(SettingBox box)
        {
            switch (box.Setting.Kind)
            {
                case SettingKind.Rows or SettingKind.Group:
                    fields[box.Key + SettingBox.RowCount] = $"{box.Rows.Count}";
                    foreach (var inner in box.Rows.SelectMany(row => row))
                    {
                        Add(inner);
                    }

                    break;
                case SettingKind.Date or SettingKind.DayMonth:
                    foreach (var (index, part) in ((string[])["Day", "Month", "Year"]).Take(box.Texts.Count).Index())
                    {
                        fields[$"{box.Key}.{part}"] = box.Texts[index];
                    }

                    break;
                case SettingKind.YesOrNo or SettingKind.Choices:
                    fields[box.Key + SettingBox.Shown] = "true";
                    if (box.Texts.Any(text => text.Length > 0))
                    {
                        fields[box.Key] = new StringValues([.. box.Texts]);
                    }

                    break;
                default:
                    fields[box.Key] = box.Text;
                    break;
            }
        }
    }

    public enum Size
    {
        Small,

        [Display(Name = "Very large")]
        Large,
    }

    public sealed class EveryKind
    {
        [Display(Name = "Name of it")]
        public string Name { get; set; } = "Shipped";

        [DataType(DataType.MultilineText)]
        public string Note { get; set; } = "";

        [SettingUnit("days")]
        public int Number { get; set; } = 3;

        [SettingUnit("£")]
        public decimal Cost { get; set; } = 2;

        public int? Least { get; set; }

        public bool IsOpen { get; set; }

        public Size Size { get; set; }

        public List<Size> Sizes { get; set; } = [];

        public DateOnly Day { get; set; } = new(2026, 1, 1);

        public DateOnly? Perhaps { get; set; }

        public DayMonth Start { get; set; } = new(4, 1);

        public List<string> Lines { get; set; } = ["a", "b"];

        public List<Row> Rows { get; set; } = [];

        public Dictionary<string, string> Words { get; set; } = [];

        public Group Group { get; set; } = new();

        public static EveryKind Made(int seed)
        {
            var random = new Random(seed);
            return new EveryKind
            {
                Name = Text(),
                Note = $"{Text()}\n{Text()}",
                Number = random.Next(int.MinValue, int.MaxValue),
                Cost = random.Next() / 100m,
                Least = random.Next(2) == 0 ? null : random.Next(),
                IsOpen = random.Next(2) == 0,
                Size = (Size)random.Next(2),
                Sizes = [.. Enum.GetValues<Size>().Where(_ => random.Next(2) == 0)],
                Day = new DateOnly(1000, 1, 1).AddDays(random.Next(3_000_000)),
                Perhaps = random.Next(2) == 0 ? null : new DateOnly(2026, 2, 28),
                Start = new DayMonth(random.Next(1, 13), random.Next(1, 29)),
                Lines = [.. Enumerable.Range(0, random.Next(4)).Select(line => $"{line} {Text()}")],
                Rows = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Row { Name = Text(), Number = random.Next() })],
                Words = Enumerable.Range(0, random.Next(4)).ToDictionary(key => $"key-{key}", _ => Text()),
                Group = new Group { Inner = Text() },
            };

            string Text() => string.Concat(Enumerable.Range(0, 1 + random.Next(6)).Select(_ => "aé會<\"&'ŵ.-0"[random.Next(11)]));
        }
    }

    public sealed class Row
    {
        [Required]
        public string Name { get; set; } = "";

        public int Number { get; set; }
    }

    public sealed class Group
    {
        public string Inner { get; set; } = "";
    }

    public sealed class Ruled : IValidatableObject
    {
        [Required]
        public string Name { get; set; } = "";

        [Range(1, 10)]
        public int Number { get; set; }

        [Range(1, int.MaxValue)]
        public int Least { get; set; }

        [StringLength(3)]
        public string Note { get; set; } = "four";

        [EmailAddress]
        public string Address { get; set; } = "nobody";

        [Required]
        public List<Size> Several { get; set; } = [];

        public List<Row> Rows { get; set; } = [new() { Name = "One" }, new()];

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => [new("Too many", [nameof(Rows)]), new("Something else")];
    }

    public sealed class WithSecret
    {
        public string ClientSecret { get; set; } = "";
    }

    public sealed class WithToken
    {
        public Inner Group { get; set; } = new();

        public sealed class Inner
        {
            public string ApiToken { get; set; } = "";
        }
    }

    public sealed class WithUnknownType
    {
        public TimeSpan Length { get; set; }
    }

    public sealed class PasswordRules
    {
        public int PasswordLength { get; set; }
    }
}

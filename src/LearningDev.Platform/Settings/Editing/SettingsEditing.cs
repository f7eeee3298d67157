using System.Text.Json.Nodes;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings.Fields;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Settings.Editing;

/// <summary>The form of any declared section: shows it, reads it back, holds it to its rules and saves it (ADM-01).</summary>
internal sealed class SettingsEditing(SettingsStore store, SettingChoices choices, IEnumerable<ISettingsCheck> checks)
{
    /// <summary>The most characters that a reason may have.</summary>
    public const int LongestReason = 1000;

    /// <summary>What the names of all fields begin with.</summary>
    public const string Prefix = "Form.";

    public const string ReasonKey = "Reason";

    /// <summary>The form as the section is saved.</summary>
    public async Task<SettingsForm> OpenAsync(DeclaredSettings section, CancellationToken cancellation)
    {
        var (json, version) = await store.ReadJsonAsync(section.Type.Name, cancellation);
        var boxes = await BoxesAsync(section, cancellation);
        return await ShowAsync(section, boxes.Of(SettingsSchema.Of(section.Type), Prefix, SettingsJson.Whole(section.Type, json)), version, "", cancellation);
    }

    /// <summary>Does what the form asks for: changes rows, or saves.</summary>
    public async Task<SettingsOutcome> ApplyAsync(DeclaredSettings section, IFormCollection posted, CancellationToken cancellation)
    {
        var (json, version) = await store.ReadJsonAsync(section.Type.Name, cancellation);
        var whole = SettingsJson.Whole(section.Type, json);
        var boxes = await BoxesAsync(section, cancellation);
        var action = FormAction.Read(posted[FormAction.Field]);
        var reason = posted[ReasonKey].FirstOrDefault()?.ReplaceLineEndings("\n").Trim() ?? "";
        var opened = int.TryParse(posted[nameof(SettingsForm.Version)], out var number) ? number : version;
        var fields = boxes.Of(SettingsSchema.Of(section.Type), Prefix, whole, posted);
        if (action.Name is not (FormAction.Save or FormAction.Check))
        {
            fields = action.Apply(fields, boxes, Shipped(section, boxes));
            return new SettingsOutcome(await ShowAsync(section, fields, opened, reason, cancellation));
        }

        fields = [.. fields.Select(SettingText.WithoutBlankRows)];
        List<SettingsError> errors = [];
        var typed = SettingText.Read(fields, errors);
        var form = await ShowAsync(section, fields, opened, reason, cancellation);
        if (errors.Count > 0)
        {
            return new SettingsOutcome(form) { Errors = errors };
        }

        var after = SettingsJson.Read(section.Type, typed.ToJsonString());
        errors.AddRange(await CheckAsync(section, json, after, cancellation));
        errors.AddRange(CheckReason(section, whole, typed, reason));
        if (errors.Count > 0)
        {
            return new SettingsOutcome(form) { Errors = errors };
        }

        if (action.Name == FormAction.Check)
        {
            return new SettingsOutcome(form) { IsChecked = true };
        }

        if (opened != version)
        {
            return await ConflictAsync(section, form, cancellation);
        }

        try
        {
            // Defaults that are written out are no change.
            var save = new SettingsSave(section.Type.Name, SettingsJson.Write(section.Type, after)) { Expected = opened, Reason = reason };
            var isSame = JsonNode.DeepEquals(whole, SettingsJson.Whole(section.Type, save.Json));
            return new SettingsOutcome(form) { IsSaved = true, IsChanged = !isSame && await store.SaveAsync(save, cancellation) };
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(section, form, cancellation);
        }
    }

    /// <summary>Says what is wrong with a section that is about to be saved, by the names of its fields.</summary>
    public async Task<IReadOnlyList<SettingsError>> CheckAsync(DeclaredSettings section, string before, object after, CancellationToken cancellation)
    {
        List<SettingsError> errors = [.. SettingRules.Check(after)];
        if (errors.Count == 0)
        {
            foreach (var check in checks.Where(check => check.Section == section.Type))
            {
                errors.AddRange(await check.CheckAsync(SettingsJson.Read(section.Type, before), after, cancellation));
            }
        }

        return [.. errors.Select(error => error with { Property = error.Property.Length == 0 ? "" : Prefix + error.Property })];
    }

    /// <summary>Asks why when a protected figure is changed.</summary>
    public static IEnumerable<SettingsError> CheckReason(DeclaredSettings section, JsonObject before, JsonObject after, string reason)
    {
        if (reason.Length > LongestReason)
        {
            yield return new SettingsError(ReasonKey, $"Reason must be {LongestReason} characters or fewer");
        }
        else if (reason.Length == 0
            && SettingsSchema.Of(section.Type).FirstOrDefault(property =>
                property.Protected is not null && !JsonNode.DeepEquals(before[property.Name], after[property.Name])) is { } changed)
        {
            yield return new SettingsError(ReasonKey, $"Say why {changed.InSentence} is changed: the figure comes from the {changed.Protected!.Source}");
        }
    }

    private async Task<SettingsOutcome> ConflictAsync(DeclaredSettings section, SettingsForm form, CancellationToken cancellation)
    {
        var (saved, version) = await store.ReadJsonAsync(section.Type.Name, cancellation);
        var typed = SettingText.Read(form.Boxes, []).ToJsonString();
        return new SettingsOutcome(form with { Version = version })
        {
            Errors = [new SettingsError("", "Somebody else changed the settings while you had them open. Yours are not saved yet")],
            Differences = await store.ChangesAsync(section.Type, saved, typed, cancellation),
        };
    }

    private async Task<SettingBoxes> BoxesAsync(DeclaredSettings section, CancellationToken cancellation) =>
        new(await choices.OfAsync(SettingsSchema.Of(section.Type), cancellation));

    private static IReadOnlyList<SettingBox> Shipped(DeclaredSettings section, SettingBoxes boxes) =>
        boxes.Of(SettingsSchema.Of(section.Type), Prefix, SettingsJson.Whole(section.Type, "{}"));

    private async Task<SettingsForm> ShowAsync(
        DeclaredSettings section, IReadOnlyList<SettingBox> boxes, int version, string reason, CancellationToken cancellation)
    {
        var shipped = SettingsJson.Whole(section.Type, "{}");
        var shown = new SettingBoxes(await choices.OfAsync(SettingsSchema.Of(section.Type), cancellation));
        var asShipped = shown.Of(SettingsSchema.Of(section.Type), Prefix, shipped);
        var words = new SettingWords(await choices.OfAsync(SettingsSchema.Of(section.Type), cancellation));
        return new SettingsForm(
            [
                .. boxes.Select(box => box.Setting.Protected is null ? box : box with
                {
                    ShippedWords = words.Of(box.Setting, shipped[box.Setting.Name]),
                    IsAsShipped = asShipped.First(original => original.Key == box.Key).Texts.SequenceEqual(box.Texts),
                }),
            ],
            version,
            reason);
    }
}

/// <summary>A section's form as it is shown.</summary>
/// <param name="Boxes">The fields.</param>
/// <param name="Version">The version that was opened.</param>
/// <param name="Reason">Why it is changed, as typed.</param>
internal sealed record SettingsForm(IReadOnlyList<SettingBox> Boxes, int Version, string Reason)
{
    public bool HasRows => Boxes.Any(box => box.Setting.Kind == SettingKind.Rows);

    public bool HasProtected => Boxes.Any(box => box.Setting.Protected is not null);
}

/// <summary>What became of a form that was sent.</summary>
/// <param name="Form">The form, to be shown again unless it was saved.</param>
internal sealed record SettingsOutcome(SettingsForm Form)
{
    public bool IsSaved { get; init; }

    public bool IsChanged { get; init; }

    /// <summary>True when all is right and it was asked only to check.</summary>
    public bool IsChecked { get; init; }

    /// <summary>What is wrong, by the names of the fields.</summary>
    public IReadOnlyList<SettingsError> Errors { get; init; } = [];

    /// <summary>What somebody else has saved meanwhile and this form would change back.</summary>
    public IReadOnlyList<AuditChange> Differences { get; init; } = [];
}

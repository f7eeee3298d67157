using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Content.Fields;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.ChangingKinds;

/// <summary>Makes a field another kind, after it has shown what that does to items (CMS-02).</summary>
internal sealed class KindChanging(ContentDefinitions definitions, AffectedItems affected, ItemChanging changing, BringingForward bringing)
{
    private const int MostExamples = 8;
    private const int MostProposed = 50;

    /// <summary>The choices that the values of the newest items would make.</summary>
    public async Task<IReadOnlyList<string>> ProposeChoicesAsync(EditedField edited, CancellationToken cancellation)
    {
        if (FieldConversion.Options(edited.Field) is { Count: > 0 } options)
        {
            return [.. options.Select(option => option.Name)];
        }

        if (edited.Shape == FieldShape.YesOrNo)
        {
            return ["Yes", "No"];
        }

        var sample = await affected.OfFieldAsync(edited.Part.Name, edited.Field.Name, cancellation);
        var words = await changing.ConversionAsync(edited.Field, edited.Field, cancellation);
        return [.. sample.Readable.Select(item => words.Convert(item.Value).Before.Trim()).Where(text => text.Length is > 0 and <= FieldForm.LongestLabel && !text.Contains('\n'))
            .GroupBy(text => text, StringComparer.CurrentCultureIgnoreCase).OrderByDescending(group => group.Count()).Take(MostProposed).Select(group => group.Key).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>The field as another kind: with its label, hint and place, and nothing of what only the former kind knows.</summary>
    public static ContentFieldDefinition As(EditedField edited, FieldShape shape, IEnumerable<string> choices, string? taxonomyId)
    {
        var before = FieldForm.Read(edited.Field);
        var field = ContentDefinitions.Copy(edited.Field);
        var known = FieldConversion.Options(edited.Field);
        field.Settings.Remove(FieldForm.HolderOf(field));
        field.Settings.Remove(nameof(TextFieldPredefinedListEditorSettings));
        var form = new FieldForm
        {
            Label = before.Label,
            Hint = before.Hint,
            Required = before.Required,
            Facet = before.Facet,
            OnPage = before.OnPage,
            InLists = before.InLists,
            Multiple = true,
            TaxonomyId = taxonomyId,
            MinimumLength = before.MinimumLength,
            MaximumLength = before.MaximumLength,
        };
        foreach (var choice in shape.HasChoices ? choices.Select(choice => choice.Trim()).Where(choice => choice.Length > 0) : [])
        {
            form.ChoiceNames.Add(choice);
            form.ChoiceValues.Add(known.FirstOrDefault(option => option.Name == choice).Value ?? "");
        }

        form.Write(field, shape);
        return field;
    }

    /// <summary>Says what would become of the items.</summary>
    public async Task<KindPreview> PreviewAsync(EditedField edited, ContentFieldDefinition after, CancellationToken cancellation)
    {
        var sample = await affected.OfFieldAsync(edited.Part.Name, edited.Field.Name, cancellation);
        var conversion = await changing.ConversionAsync(edited.Field, after, cancellation);
        var all = sample.Items.Select(item => (item.Name, item.IsPrivate, Value: conversion.Convert(item.Value))).Where(item => item.Value.Before.Length > 0).ToList();
        return new KindPreview(
            sample, all.Count(item => item.Value.Loses),
            [.. all.Where(item => !item.IsPrivate).OrderByDescending(item => item.Value.Loses).Take(MostExamples).Select(item => new KindExample(item.Name, item.Value.Before, item.Value.After, item.Value.Loses))]);
    }

    /// <summary>Makes the field another kind and brings its items forward: at once when they are few.</summary>
    /// <returns>The work; null when nothing has to be changed in items.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed the part since.</exception>
    public async Task<DefinitionWork?> ChangeAsync(EditedField edited, ContentFieldDefinition after, int expected, CancellationToken cancellation)
    {
        var part = ContentDefinitions.Copy(edited.Part);
        var at = part.Fields.FindIndex(field => field.Name == edited.Field.Name);
        part.Fields[at] = ContentDefinitions.Copy(after);
        var what = $"Made the field {after.DisplayName} of {part.DisplayName} {Lower(FieldShape.Of(after)!.Name)}, which was {Lower(edited.Shape!.Name)}";
        await definitions.SaveAsync(part, new DefinitionSave { What = what, Expected = expected }, cancellation);
        return await BringForwardAsync(part.Name, edited.Field, after, edited.Version, undoesTo: null, what, cancellation)
            ?? (FieldEditing.MattersToSearch(edited.Field, after) ? await bringing.BeginAsync(what, edited.Types, change: null, cancellation) : null);
    }

    /// <summary>Brings items forward to a change of a field's kind, where its values are kept otherwise.</summary>
    public async Task<DefinitionWork?> BringForwardAsync(
        string part, ContentFieldDefinition before, ContentFieldDefinition after, int fromVersion, int? undoesTo, string what, CancellationToken cancellation)
    {
        if (!NeedsWork(before, after))
        {
            return null;
        }

        var set = await definitions.GetAsync(cancellation);
        return await bringing.BeginAsync(
            what, [.. set.TypesWith(part)], new ChangedKind(part, before, after, fromVersion, set.VersionOf(ContentDefinitions.PartKind, part), undoesTo), cancellation);
    }

    /// <summary>True while items are still being brought forward to an earlier change of the part's types.</summary>
    public async Task<bool> IsBusyAsync(EditedField edited, CancellationToken cancellation) =>
        (await bringing.OpenAsync(cancellation)).Any(work => work.Change.Length > 0 && work.Types.Split(' ').Intersect(edited.Types).Any());

    /// <summary>True when the values of a field are kept in another form than before.</summary>
    public static bool NeedsWork(ContentFieldDefinition before, ContentFieldDefinition after) =>
        FieldShape.Of(before) is { } was && FieldShape.Of(after) is { } now && was != now && !(was == FieldShape.Line && now == FieldShape.Lines);

    /// <summary>The name of a kind within a sentence.</summary>
    internal static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>What a change of kind would do.</summary>
/// <param name="Sample">The items.</param>
/// <param name="Losing">How many of those that were read would lose something.</param>
/// <param name="Examples">Some of them, those that lose something first.</param>
internal sealed record KindPreview(AffectedSample Sample, int Losing, IReadOnlyList<KindExample> Examples);

/// <summary>What an item has now and would have then.</summary>
internal sealed record KindExample(string Name, string Before, string After, bool Loses);

using System.Text.Json.Nodes;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Fields.Kinds;

namespace LearningDev.Content.Editing.Fields;

/// <summary>An address and the words of the link.</summary>
internal sealed class LinkFieldEditor : IFieldEditor
{
    public string Field => nameof(LinkField);

    public Task<FormBox> ShowAsync(FieldPlace place, JsonObject value, PostedForm? form, CancellationToken cancellation) =>
        Task.FromResult<FormBox>(new LinkBox(
            place, value.ReadText(nameof(LinkField.Url)), value.ReadText(nameof(LinkField.Text)), place.Settings<LinkFieldSettings>().HintLinkText));

    public Task ReadAsync(FieldPlace place, JsonObject value, PostedForm form, CancellationToken cancellation)
    {
        value.WriteText(nameof(LinkField.Url), form.Text(place.Key));
        value.WriteText(nameof(LinkField.Text), form.Text(LinkBox.TextKey(place.Key)));
        return Task.CompletedTask;
    }
}

/// <summary>Settings of a <see cref="LinkField"/> that only the form uses.</summary>
internal sealed class LinkFieldSettings : FieldSettings
{
    /// <summary>A sentence that helps to write the words of the link.</summary>
    public string HintLinkText { get; set; } = "";
}

/// <summary>A box for a link.</summary>
internal sealed record LinkBox(FieldPlace Place, string Url, string Text, string TextHint) : FieldBox(Place, "/Content/Editing/Fields/Link.cshtml")
{
    public override Reading Reading => LinkFieldKind.IsSafe(Url) ? new Reading(Text.Length > 0 ? Text : Url) { Url = Url } : Reading.Of(Url);

    public override string Words => $"{Text}\n{Url}".Trim();

    public override string Comparable => $"{Url}\n{Text}";

    public static string TextKey(string key) => $"{key}.Text";
}

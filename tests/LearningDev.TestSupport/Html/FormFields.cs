using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Io.Dom;
using Xunit.Sdk;

namespace LearningDev.TestSupport.Html;

/// <summary>Sets the fields of a parsed form as a person at the page could.</summary>
internal static class FormFields
{
    public static void Fill(IHtmlFormElement form, string name, IReadOnlyList<string> values)
    {
        var fields = Named(form, name);
        switch (fields[0])
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" }:
                Tick([.. fields.OfType<IHtmlInputElement>()], form, name, values);
                break;
            case IHtmlSelectElement select:
                Select(select, form, values);
                break;
            case IHtmlTextAreaElement textArea:
                textArea.Value = Only(form, name, values);
                break;
            case IHtmlInputElement input:
                input.Value = Only(form, name, values);
                break;
            default:
                throw new XunitException($"The field '{name}' of the form for {form.Action} cannot be filled.");
        }
    }

    public static void Choose(IHtmlFormElement form, FormFile file)
    {
        var input = Named(form, file.Field).OfType<IHtmlInputElement>().FirstOrDefault(field => field.Type == "file")
            ?? throw new XunitException($"The field '{file.Field}' of the form for {form.Action} takes no file.");
        input.Files!.Add(new ChosenFile(file));
    }

    public static IHtmlElement Button(IHtmlFormElement form, string? text)
    {
        var buttons = form.QuerySelectorAll<IHtmlElement>("button:not([type=button]):not([type=reset]), input[type=submit]")
            .Concat(form.Owner!.QuerySelectorAll<IHtmlElement>("button[form]").Where(button => form.Id == button.GetAttribute("form")))
            .ToList();
        return buttons.FirstOrDefault(button => text is null || Label(button) == text)
            ?? throw new XunitException(
                $"The form for {form.Action} has no button '{text}'; its buttons are: {string.Join(", ", buttons.Select(Label))}.");
    }

    private static string Label(IHtmlElement button) =>
        (button is IHtmlInputElement input ? input.Value : button.TextContent).Trim();

    private static List<IHtmlElement> Named(IHtmlFormElement form, string name)
    {
        var all = form.Elements.OfType<IHtmlElement>().ToList();
        var named = all.Where(field => field.GetAttribute("name") == name && !field.HasAttribute("disabled")).ToList();
        // ASP.NET Core sends a hidden "false" beside each tick box of its own.
        var visible = named.Where(field => field is not IHtmlInputElement { Type: "hidden" }).ToList();
        return visible.Count > 0 ? visible
            : named.Count > 0 ? named
            : throw new XunitException(
                $"The form for {form.Action} has no field '{name}'; its fields are: "
                + $"{string.Join(", ", all.Select(field => field.GetAttribute("name")).OfType<string>().Distinct())}.");
    }

    private static void Tick(List<IHtmlInputElement> choices, IHtmlFormElement form, string name, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            if (choices.TrueForAll(choice => choice.Value != value))
            {
                throw NoSuchChoice(form, name, value, choices.Select(choice => choice.Value));
            }
        }

        foreach (var choice in choices)
        {
            choice.IsChecked = values.Contains(choice.Value);
        }
    }

    private static void Select(IHtmlSelectElement select, IHtmlFormElement form, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            if (select.Options.All(option => option.Value != value))
            {
                throw NoSuchChoice(form, select.Name ?? "", value, select.Options.Select(option => option.Value));
            }
        }

        foreach (var option in select.Options)
        {
            option.IsSelected = values.Contains(option.Value);
        }
    }

    private static string Only(IHtmlFormElement form, string name, IReadOnlyList<string> values) => values.Count switch
    {
        0 => "",
        1 => values[0],
        _ => throw new XunitException($"The field '{name}' of the form for {form.Action} takes one value, not {values.Count}."),
    };

    private static XunitException NoSuchChoice(IHtmlFormElement form, string name, string value, IEnumerable<string?> offered) =>
        new($"The field '{name}' of the form for {form.Action} does not offer '{value}'; it offers: {string.Join(", ", offered)}.");

    private sealed class ChosenFile(FormFile file) : IFile
    {
        public string Name => file.FileName;

        public DateTime LastModified { get; } = DateTime.UnixEpoch;

        public int Length => file.Content.Length;

        public string Type => file.ContentType;

        public Stream Body { get; } = new MemoryStream(file.Content, writable: false);

        public bool IsClosed { get; private set; }

        public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) =>
            new ChosenFile(file with { ContentType = contentType ?? file.ContentType, Content = file.Content[start..Math.Min(end, file.Content.Length)] });

        public void Close() => IsClosed = true;

        public void Dispose()
        {
            Close();
            Body.Dispose();
        }
    }
}

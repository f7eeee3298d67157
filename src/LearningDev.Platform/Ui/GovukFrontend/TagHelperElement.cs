using System.Net;
using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>What every tag helper of this folder does with its element.</summary>
internal static class TagHelperElement
{
    /// <summary>Puts the component in the element's place, with the element's class and its attributes that the tag helper does not know.</summary>
    public static void Become(this TagHelperOutput output, Component component)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(output.Dressed(component));
    }

    /// <summary>The component with the element's class and its attributes that the tag helper does not know.</summary>
    public static T Dressed<T>(this TagHelperOutput output, T component)
        where T : Component
    {
        var attributes = new Dictionary<string, string?>(component.Attributes ?? new Dictionary<string, string?>(), StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in output.Attributes)
        {
            attributes[attribute.Name] = WebUtility.HtmlDecode(attribute.Value?.ToString());
        }

        attributes.Remove("class", out var classes);
        return (T)((Component)component with
        {
            Classes = Ids.Joined(component.Classes, classes),
            Attributes = attributes,
        });
    }

    /// <summary>What stands inside the element, or null if that is nothing but white space.</summary>
    public static async Task<IHtmlContent?> GetHtmlAsync(this TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        return content.IsEmptyOrWhiteSpace ? null : content;
    }

    /// <summary>A list that is filled, when the children are run, with the parts that they hand over.</summary>
    public static List<T> Collect<T>(this TagHelperContext context)
        where T : class
    {
        var parts = new List<T>();
        context.Items[typeof(T)] = parts;
        return parts;
    }

    /// <summary>Hands a part to the element around, if that collects such parts.</summary>
    /// <returns>Whether it was taken; if so the element itself writes nothing.</returns>
    public static bool HandOver<T>(this TagHelperContext context, TagHelperOutput output, T part)
        where T : class
    {
        if (!context.Items.TryGetValue(typeof(T), out var parts) || parts is not List<T> list)
        {
            return false;
        }

        list.Add(part);
        output.SuppressOutput();
        return true;
    }
}

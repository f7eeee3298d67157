using LearningDev.Platform.Modules;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Ui.Panels;

/// <summary>
/// Shows the panels that modules have given to a place: <c>&lt;panels place="home" /&gt;</c>. What stands within the element is shown when there is no panel.
/// </summary>
[HtmlTargetElement("panels", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PanelsTagHelper(ModuleRegistry registry, Features features, IHtmlHelper html, IServiceProvider services) : TagHelper
{
    /// <summary>The place's name.</summary>
    public string Place { get; set; } = "";

    /// <summary>What the page is about.</summary>
    public object? Subject { get; set; }

    /// <summary>The view that the panels are shown in.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        ((IViewContextAware)html).Contextualize(ViewContext);
        var cancellation = ViewContext.HttpContext.RequestAborted;
        var enabled = await features.EnabledAsync(cancellation);
        foreach (var candidate in registry.Panels.Where(panel => panel.Place == Place).OrderBy(panel => panel.Order))
        {
            if (!enabled.Contains(candidate.ModuleId))
            {
                continue;
            }

            var panel = (IPanel)services.GetRequiredService(candidate.Type);
            if (await panel.BuildAsync(new PanelContext(Place, Subject), cancellation) is { } view)
            {
                output.Content.AppendHtml(await html.PartialAsync(view.PartialPath, view.Model));
            }
        }
    }
}

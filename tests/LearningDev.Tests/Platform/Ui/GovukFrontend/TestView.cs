using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LearningDev.Platform.Ui.GovukFrontend;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend;

/// <summary>A view of a model, in which tag helpers are run as Razor runs them: parents before children, each with a copy of the parent's items.</summary>
internal sealed class TestView
{
    private static readonly ServiceProvider Mvc = Services();

    private readonly ModelExplorer _model;
    private readonly ViewContext _view;

    public TestView(object model)
    {
        var metadata = Mvc.GetRequiredService<IModelMetadataProvider>();
        _model = metadata.GetModelExplorerForType(model.GetType(), model);
        _view = new ViewContext
        {
            HttpContext = new DefaultHttpContext { RequestServices = Mvc },
            ViewData = new ViewDataDictionary(metadata, ModelState),
        };
    }

    public ModelStateDictionary ModelState { get; } = new();

    /// <summary>The services of MVC with what the host adds for these fields.</summary>
    public static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMvcCore().AddDataAnnotations();
        services.AddGovukFrontend();
        return services.BuildServiceProvider();
    }

    /// <summary>The property of the model, as <c>for="…"</c> gives it.</summary>
    public ModelExpression For(string property) => new(property, _model.GetExplorerForProperty(property)!);

    /// <summary>The state after a form came back with this value for the field, and perhaps this error.</summary>
    public void Post(string name, object value, string? error = null)
    {
        ModelState.SetModelValue(name, value, value is string[] all ? string.Join(',', all) : (string)value);
        if (error is not null)
        {
            ModelState.AddModelError(name, error);
        }
    }

    /// <summary>What the elements write, one after another.</summary>
    public async Task<IElement> WriteAsync(params Element[] elements)
    {
        var content = new DefaultTagHelperContent();
        foreach (var element in elements)
        {
            content.AppendHtml(await RunAsync(element, new Dictionary<object, object>()));
        }

        using var html = new StringWriter();
        content.WriteTo(html, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument("<body>" + html).Body!;
    }

    private async Task<TagHelperOutput> RunAsync(Element element, IDictionary<object, object> itemsAround)
    {
        if (element.Helper.GetType().GetProperty(nameof(ViewContext)) is { } property)
        {
            property.SetValue(element.Helper, _view);
        }

        var context = new TagHelperContext([], new Dictionary<object, object>(itemsAround), Guid.NewGuid().ToString());
        var attributes = new TagHelperAttributeList(element.Attributes.Select(attribute => new TagHelperAttribute(attribute.Name, attribute.Value)));
        var output = new TagHelperOutput("element", attributes, async (_, _) =>
        {
            var content = new DefaultTagHelperContent();
            content.Append(element.Text);
            foreach (var child in element.Children)
            {
                content.AppendHtml(await RunAsync(child, context.Items));
            }

            return content;
        });
        await element.Helper.ProcessAsync(context, output);
        return output;
    }
}

/// <summary>An element of a view: a tag helper, its text and children, and attributes that it does not know.</summary>
internal sealed record Element(TagHelper Helper, string Text = "", params Element[] Children)
{
    public IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];
}

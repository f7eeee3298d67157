using System.Text.Encodings.Web;
using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// All errors of the model state, each with a link to its field: <c>&lt;govuk-error-summary /&gt;</c>, before the page's heading. It
/// writes nothing while there are none. Of a field's errors only the first is listed, as the field itself shows it.
/// </summary>
[HtmlTargetElement("govuk-error-summary")]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>Set by ASP.NET Core.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The heading.</summary>
    public string Title { get; set; } = "There is a problem";

    /// <summary>Whether the focus stays where it is when the page has loaded.</summary>
    public bool? DisableAutoFocus { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var description = await output.GetHtmlAsync();
        if (ViewContext.ViewData.ModelState.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }

        var summary = output.Dressed(new ErrorSummary { TitleText = Title, DescriptionHtml = description, DisableAutoFocus = DisableAutoFocus });
        output.TagName = null;
        // The fields come after the summary in the view: their ids are known once the page is written out.
        output.Content.SetHtmlContent(new LateContent(() => summary with { ErrorList = [.. Items()] }));
    }

    /// <summary>What is wrong with the whole form, then what is wrong with its fields, in the order of the fields.</summary>
    private IEnumerable<ErrorSummaryItem> Items()
    {
        var modelState = ViewContext.ViewData.ModelState;
        var ids = FieldIds.Of(ViewContext);
        var order = ids.Keys.ToList();
        var ofForm = modelState[""] is { } form ? BoundField.Errors(form) : [];
        var ofFields =
            from field in modelState
            where field.Key.Length > 0 && field.Value.Errors.Count > 0
            orderby order.Contains(field.Key) ? order.IndexOf(field.Key) : order.Count
            select new ErrorSummaryItem
            {
                Text = BoundField.Errors(field.Value).First(),
                Href = "#" + (ids.GetValueOrDefault(field.Key) ?? BoundField.IdOf(field.Key)),
            };
        return ofForm.Select(error => new ErrorSummaryItem { Text = error }).Concat(ofFields);
    }

    /// <summary>HTML that is made only when it is written.</summary>
    private sealed class LateContent(Func<IHtmlContent> content) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => content().WriteTo(writer, encoder);
    }
}

using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>The parts of a longer piece of work: <c>&lt;govuk-task-list&gt;</c> with a <c>&lt;govuk-task&gt;</c> for each.</summary>
[HtmlTargetElement("govuk-task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    /// <summary>What the tasks' ids begin with, where a page has two lists.</summary>
    public string? IdPrefix { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = context.Collect<TaskListItem>();
        await output.GetChildContentAsync();
        output.Become(new TaskList { IdPrefix = IdPrefix, Items = items });
    }
}

/// <summary>
/// A task; its content is the title: <c>&lt;govuk-task href="…" status="Not yet started" colour="blue"&gt;Your induction&lt;/govuk-task&gt;</c>.
/// A status without a colour is plain text, as the Design System has it for what is completed.
/// </summary>
[HtmlTargetElement("govuk-task")]
public sealed class TaskTagHelper : TagHelper
{
    /// <summary>Where it leads; without an address the task cannot be started yet.</summary>
    public string? Href { get; set; }

    /// <summary>What stands under the title.</summary>
    public string? Hint { get; set; }

    /// <summary>How far it is.</summary>
    public string? Status { get; set; }

    /// <summary>The colour of the status; see <see cref="TagTagHelper.Colour"/>.</summary>
    public string? Colour { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.GetHtmlAsync();
        context.HandOver(output, output.Dressed(new TaskListItem
        {
            Href = Href,
            Title = new Slot { Html = html },
            Hint = Hint is null ? null : new Slot { Text = Hint },
            Status = new TaskListStatus
            {
                Text = Status,
                Tag = Colour is null ? null : new Tag { Text = Status, Classes = TagTagHelper.ClassOf(Colour) },
            },
        }));
    }
}

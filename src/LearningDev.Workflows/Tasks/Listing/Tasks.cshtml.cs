using Microsoft.AspNetCore.Http;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Tasks.Listing;

/// <summary>"Waiting for you": everybody's own tasks.</summary>
internal sealed class TasksModel(TaskList tasks, TaskDecisions decisions) : PageModel
{
    private const int MostTogether = 100;

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? TypeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "due")]
    public string? Due { get; set; }

    [BindProperty(Name = "ids")]
    public List<string> Ids { get; set; } = [];

    [BindProperty(Name = "button")]
    public string? Button { get; set; }

    public string Type => (TypeId ?? "").Replace('\0', ' ');

    public bool Overdue => Due == "overdue";

    public TaskPage List { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        return ReadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Ids.Count is 0 or > MostTogether)
        {
            ModelState.AddModelError("", "Choose what you decide about");
        }

        if (string.IsNullOrEmpty(Button))
        {
            ModelState.AddModelError("button", "Select your decision");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (done, open) = (0, List.Lines.Where(line => line.BulkButtons.Contains(Button!)).Select(line => line.Id).ToHashSet());
        foreach (var id in Ids.Distinct().Where(open.Contains))
        {
            done += await decisions.DecideAsync(id, Button!, "", cancellation) == DecisionOutcome.Taken ? 1 : 0;
        }

        var left = Ids.Distinct().Count() - done;
        TempData[PageFrame.Message] = $"You decided “{Button}” about {done} {(done == 1 ? "task" : "tasks")}"
            + (left > 0 ? $". {left} {(left == 1 ? "was" : "were")} left out: decided by somebody else meanwhile, or without that button" : "");
        return Redirect(UrlOfPage(1));
    }

    public string UrlOfPage(int page) => QueryString.Create(new Dictionary<string, string?> { ["type"] = TypeId, ["due"] = Due, ["p"] = page > 1 ? $"{page}" : null }
        .Where(pair => !string.IsNullOrEmpty(pair.Value))).ToUriComponent() is var query ? Url.Content("~" + WorkflowLinks.Tasks) + query : "";

    private async Task ReadAsync(CancellationToken cancellation) =>
        List = await tasks.PageAsync(new TaskFilter(Type, Overdue), int.TryParse(PageNumber, out var page) ? page : 1, cancellation);
}

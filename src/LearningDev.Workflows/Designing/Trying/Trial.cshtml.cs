using LearningDev.Content.Definitions;
using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.StepForms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Workflows.Designing.Trying;

/// <summary>A trial changes nothing, so it is asked for by GET, and what has been chosen so far stands in the address.</summary>
[RequiresPermission("ManageWorkflows")]
internal sealed class TrialModel(WorkflowTypes types, ActivityCatalogue catalogue, ContentDefinitions definitions, WorkflowFields workflowFields, DefinitionCheck check, StepPeople people, WorkflowTrial trial) : PageModel
{
    public const int LongestComment = 200;
    private const int LongestText = 200;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Starts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ContentTypes { get; private set; } = [];

    public IReadOnlyList<WorkflowField> Fields { get; private set; } = [];

    public IReadOnlyList<DefinitionProblem> Errors { get; private set; } = [];

    public TrialCase Made { get; private set; } = null!;

    /// <summary>The people whom a search for the person whose case it is has found; null when nobody was looked for.</summary>
    public StepPeopleFound? Found { get; private set; }

    public string OwnerName { get; private set; } = "";

    public List<TrialMove> Moves { get; } = [];

    /// <summary>Where the trial stands; null before it has begun.</summary>
    public TrialResult? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        var definition = draft.Definition;
        Name = definition.Name;
        Errors = [.. check.Check(definition).Where(problem => problem.Kind == DefinitionProblemKind.Error)];
        Starts = [.. definition.Activities.Where(activity => activity.IsStart).Select(activity => new SelectListItem(catalogue.TitleOf(activity), activity.ActivityId))];
        var set = await definitions.GetAsync(cancellation);
        var filter = definition.Activities.Where(activity => activity.IsStart).SelectMany(activity => new ActivityProperty("ContentTypeFilter", "", PropertyKind.ContentTypes).ReadTexts(activity)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ContentTypes = [.. set.Types.Where(type => filter.Count == 0 || filter.Contains(type.Name)).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture).Select(type => new SelectListItem(type.DisplayName, type.Name))];
        Fields = TrialFields.Of(definition, catalogue, await workflowFields.OfAsync(definition, cancellation));
        ReadCase();
        if (Request.Query.ContainsKey("find"))
        {
            Found = await people.FindAsync(Text("owner.Search"), cancellation);
        }
        else if (Request.Query.ContainsKey("go"))
        {
            await PlayAsync(definition, cancellation);
        }

        OwnerName = Made.Owner.Length == 0 ? "" : (await people.NamedAsync([Made.Owner], cancellation))[0].Name;
        return Page();
    }

    /// <summary>All that has been chosen so far, for the next form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept() =>
    [
        new("owner", Made.Owner), new("start", Made.Start), new("type", Made.ContentType), new("title", Made.Title), .. Made.Values.Select(value => KeyValuePair.Create($"f.{value.Key}", value.Value)),
        .. Moves.Select(move => KeyValuePair.Create("m", move.Write())), new("go", "1"),
    ];

    /// <summary>The address at which the last step is taken back.</summary>
    public string BackUrl() => DesignerLinks.Trial(Id) + QueryString.Create(Kept().Where(pair => pair.Key != "m" || pair.Value != Moves[^1].Write())
        .Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    private void ReadCase()
    {
        var start = Starts.Any(item => item.Value == Text("start")) ? Text("start") : Starts is [var first, ..] ? first.Value : "";
        var type = Request.Query.ContainsKey("type") ? ContentTypes.FirstOrDefault(item => item.Value == Text("type"))?.Value ?? "" : ContentTypes.Count == 1 ? ContentTypes[0].Value : "";
        Made = new TrialCase(Text("owner"), start, type, Text("title"), Fields.ToDictionary(field => field.Path, field => Text($"f.{field.Path}")));
        Moves.AddRange(Request.Query["m"].Take(WorkflowTrial.MostMoves).Select(move => TrialMove.Read(move ?? "")).OfType<TrialMove>());
    }

    private async Task PlayAsync(WorkflowDefinition definition, CancellationToken cancellation)
    {
        Require("owner", Made.Owner.Length == 0 ? "Select whose request it is" : null);
        Require("title", Made.Title.Length == 0 ? "Enter what it is called" : null);
        foreach (var field in Fields)
        {
            Require($"f.{field.Path}", TrialFields.Problem(field, Made.Values[field.Path]));
        }

        if (Starts.Count == 0)
        {
            ModelState.AddModelError("", "No step starts the workflow, so it cannot be tried");
        }

        if (!ModelState.IsValid)
        {
            return;
        }

        Result = await trial.RunAsync(definition, Made, Moves, cancellation);
        if (NextMove() is not { } move || Result.Problem.Length > 0)
        {
            return;
        }

        if (move.Kind == TrialMoveKind.Decide && move.Comment.Length == 0
            && Result.Tasks.FirstOrDefault(task => task.StepId == move.StepId && task.Visit == move.Visit)?.Buttons.FirstOrDefault(button => button.Name == move.Button)?.NeedsComment == true)
        {
            ModelState.AddModelError("comment", $"Enter a reason: whoever presses “{move.Button}” must say why");
            return;
        }

        Moves.Add(move);
        Result = await trial.RunAsync(definition, Made, Moves, cancellation);
    }

    private TrialMove? NextMove() => Enum.TryParse<TrialMoveKind>(Text("do"), out var kind) && Enum.IsDefined(kind) && int.TryParse(Text("visit"), out var visit) && Moves.Count < WorkflowTrial.MostMoves
        ? new TrialMove(kind, Text("step"), visit, Text("who"), Text("press"), Text("comment")) : null;

    private void Require(string key, string? message)
    {
        if (message is not null)
        {
            ModelState.AddModelError(key, message);
        }
    }

    private string Text(string key)
    {
        var text = Request.Query[key].ToString().Replace('\0', ' ').Trim();
        return text.Length <= LongestText ? text : text[..LongestText];
    }
}

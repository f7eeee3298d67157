using LearningDev.Compliance.People;
using LearningDev.Compliance.Rules;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Compliance.Mine;

/// <summary>One's own mandatory training, what is due first, for everybody who is signed in (CMP-01, CMP-03).</summary>
internal sealed class MineModel(TrainingOfPerson record, KnownGroups groups, CurrentPerson person) : PageModel
{
    public PersonTraining Training { get; private set; } = null!;

    /// <summary>Where one may not sit, with the training that is needed first.</summary>
    public IReadOnlyList<string> NotSitting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (person.Id is not { } id || await record.FindAsync(id, cancellation) is not { } training)
        {
            return NotFound();
        }

        Training = training;
        if (training.States.Any(one => !one.State.MaySit))
        {
            var names = (await groups.AllAsync(cancellation)).ToDictionary(group => group.Key, group => group.Name);
            NotSitting =
            [
                .. training.States.Where(one => !one.State.MaySit)
                    .SelectMany(one => one.State.GroupKeys.Select(key => $"{names.GetValueOrDefault(key, key)}: you may not sit until you have attended {one.Rule.Name}")),
            ];
        }

        return Page();
    }
}

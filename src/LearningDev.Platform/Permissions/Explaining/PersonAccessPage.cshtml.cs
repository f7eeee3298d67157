using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Permissions.Explaining;

[RequiresPermission("ManageRoles"), RecordsReading("What a person can do")]
internal sealed class PersonAccessPageModel(UserManager<Person> users, AccessExplanation explanation, EffectiveRoles effective) : PageModel, IReadingSubject
{
    /// <inheritdoc />
    public AuditSubject? ReadingSubject { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Why the person cannot sign in today, whatever the roles; null when that is not so.</summary>
    public string? State { get; private set; }

    public PersonAccess Access { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(string personId, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync(personId) is not { } person)
        {
            return NotFound();
        }

        ReadingSubject = new AuditSubject("Person", person.Id, person.FullName);
        var today = await effective.TodayAsync();
        Name = person.FullName.Length > 0 ? person.FullName : person.UserName!;
        State = person switch
        {
            { DisabledUtc: not null } => "The account is disabled: nothing of this can be used.",
            { LeavesOn: { } last } when last < today => $"Left on {DateWords.Day(last)}: nothing of this can be used any more.",
            { StartsOn: { } first } when first > today => $"Begins on {DateWords.Day(first)}: nothing of this can be used before.",
            _ => null,
        };
        Access = await explanation.OfAsync(person.Id, cancellation);
        return Page();
    }
}

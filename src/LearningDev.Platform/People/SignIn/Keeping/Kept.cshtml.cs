using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.SignIn.Keeping;

/// <summary>A form that the person sent after their sign-in had ended, to be sent once more.</summary>
internal sealed class KeptModel(KeptForms forms, CurrentPerson person) : PageModel
{
    public SentForm Sent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await forms.FindAsync(id, person.Id!, cancellation) is not { } sent)
        {
            return NotFound();
        }

        Sent = sent;
        return Page();
    }
}

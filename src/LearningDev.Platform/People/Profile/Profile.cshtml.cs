using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.People.Profile;

internal sealed class ProfileModel(ProfileReader profiles, CurrentPerson person, ISettings settings) : PageModel
{
    public StaffProfile Profile { get; private set; } = null!;

    public IReadOnlyList<string> Roles => person.Roles;

    public SiteSettings Site { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await profiles.FindAsync(person.Id!, cancellation) is not { } profile)
        {
            return NotFound();
        }

        Profile = profile;
        Site = await settings.GetAsync<SiteSettings>(cancellation);
        return Page();
    }
}

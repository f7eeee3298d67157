using LearningDev.Platform.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Ui.Home;

internal sealed class HomeModel(CurrentPerson person) : PageModel
{
    public string GivenName => person.GivenName;
}

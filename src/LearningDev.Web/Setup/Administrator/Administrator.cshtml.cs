using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup.Administrator;

[AllowAnonymous]
internal sealed class AdministratorModel(SetupVisit visit, UserManager<Person> users) : PageModel
{
    [BindProperty, Display(Name = "First name"), Required(ErrorMessage = "Enter the first name")]
    [StringLength(100, ErrorMessage = "First name must be 100 characters or fewer")]
    public string GivenName { get; set; } = "";

    [BindProperty, Display(Name = "Last name"), Required(ErrorMessage = "Enter the last name")]
    [StringLength(100, ErrorMessage = "Last name must be 100 characters or fewer")]
    public string FamilyName { get; set; } = "";

    [BindProperty, Display(Name = "Email address"), Required(ErrorMessage = "Enter an email address")]
    [StringLength(254, ErrorMessage = "Email address must be 254 characters or fewer")]
    [EmailAddress(ErrorMessage = "Enter an email address in the correct format, like name@example.gov.uk")]
    public string Email { get; set; } = "";

    [BindProperty, Display(Name = "User name"), Required(ErrorMessage = "Enter a user name")]
    [StringLength(100, ErrorMessage = "User name must be 100 characters or fewer")]
    public string UserName { get; set; } = "";

    [BindProperty, Display(Name = "Password")]
    [StringLength(200, ErrorMessage = "Password must be 200 characters or fewer")]
    public string? Password { get; set; }

    public string PasswordHint => $"{users.Options.Password.RequiredLength} characters or more. Three random words are easy to remember and hard to guess."
        + (HasPassword ? " Leave it empty to keep the one you have chosen" : "");

    private bool HasPassword => visit.Answers?.PasswordHash.Length > 0;

    public IActionResult OnGet()
    {
        if (visit.Elsewhere(SetupSteps.Administrator) is { } elsewhere)
        {
            return elsewhere;
        }

        (GivenName, FamilyName, Email, UserName) = (visit.Answers!.GivenName, visit.Answers.FamilyName, visit.Answers.Email, visit.Answers.UserName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (visit.Elsewhere(SetupSteps.Administrator) is { } elsewhere)
        {
            return elsewhere;
        }

        if (string.IsNullOrEmpty(Password) && !HasPassword)
        {
            ModelState.AddModelError(nameof(Password), "Enter a password");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = new Person { UserName = UserName.Trim(), Email = Email.Trim(), GivenName = GivenName.Trim(), FamilyName = FamilyName.Trim() };
        if (!await IsAcceptedAsync(person))
        {
            return Page();
        }

        return visit.GoOn(visit.Answers! with
        {
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            Email = person.Email,
            UserName = person.UserName,
            PasswordHash = string.IsNullOrEmpty(Password) ? visit.Answers!.PasswordHash : users.PasswordHasher.HashPassword(person, Password),
        });
    }

    // The account is made only at the end, but what Identity will say of it is said here.
    private async Task<bool> IsAcceptedAsync(Person person)
    {
        foreach (var validator in users.UserValidators)
        {
            Note(await validator.ValidateAsync(users, person), nameof(UserName));
        }

        if (!string.IsNullOrEmpty(Password))
        {
            foreach (var validator in users.PasswordValidators)
            {
                Note(await validator.ValidateAsync(users, person, Password), nameof(Password));
            }
        }

        return ModelState.IsValid;
    }

    private void Note(IdentityResult result, string field)
    {
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(error.Code.Contains("Email", StringComparison.Ordinal) ? nameof(Email) : field, Words(error));
        }
    }

    private string Words(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => $"Password must be {users.Options.Password.RequiredLength} characters or more",
        nameof(IdentityErrorDescriber.InvalidUserName) => "User name must be letters, digits and any of - . _ @ +, without spaces",
        _ => error.Description.TrimEnd('.'),
    };
}

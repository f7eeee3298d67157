using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People.Accounts.Confirming;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace LearningDev.Platform.People.Accounts.AuthenticatorApp;

[BeforeSecondFactor]
[RecentConfirmation]
internal sealed class SetUpModel(
    UserManager<Person> users, PortalSignInManager signIn, Authenticators authenticators, SecondFactorService secondFactors, SessionService sessions,
    SealedKeys keys, ISettings settings) : PageModel
{
    private const int PixelsOfADot = 8;

    /// <summary>The key that is being set up, sealed: it is nowhere else until a code proves that the app has it.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the code that the app shows")]
    [StringLength(20, ErrorMessage = "The code has 6 digits")]
    public string Code { get; set; } = "";

    /// <summary>The key in groups of four, for typing.</summary>
    public string Key { get; private set; } = "";

    public bool IsReplacing { get; private set; }

    public async Task OnGetAsync()
    {
        var person = await PersonAsync();
        await ShowAsync(person, Totp.NewKey());
    }

    /// <summary>The QR code of a sealed key.</summary>
    public async Task<IActionResult> OnGetPictureAsync([FromQuery(Name = "sealed")] string? sealedKey)
    {
        var person = await PersonAsync();
        if (keys.Open(person.Id, sealedKey) is not { } key)
        {
            return NotFound();
        }

        var site = await settings.GetAsync<SiteSettings>();
        using var data = QRCodeGenerator.GenerateQrCode(Totp.Address(site.SiteName, person.UserName!, key), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        Response.Headers.CacheControl = "no-store";
        return File(picture.GetGraphic(PixelsOfADot), "image/png");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await PersonAsync();
        if (keys.Open(person.Id, Sealed) is not { } key)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Code), "It took too long. Remove the account from the app, and scan the new picture");
            await ShowAsync(person, Totp.NewKey());
            return Page();
        }

        if (ModelState.IsValid && !await authenticators.AddAsync(person, key, Code))
        {
            ModelState.AddModelError(nameof(Code), "The code is not right. Enter the one that the app shows now, and see that the phone’s clock is right");
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(person, key);
            return Page();
        }

        await sessions.LiftAsync(HttpContext.Features.GetRequiredFeature<CurrentSession>());
        await signIn.RefreshSignInAsync(person);
        TempData[PageFrame.Message] = "The authenticator app is set up";
        return LocalRedirect((await secondFactors.OfAsync(person)).RecoveryCodes == 0 ? "~/account/recovery-codes?first=true" : "~/account/second-factor");
    }

    private async Task ShowAsync(Person person, string key)
    {
        Sealed = keys.Seal(person.Id, key);
        ModelState.Remove(nameof(Sealed));
        Key = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        IsReplacing = (await secondFactors.OfAsync(person)).HasAuthenticator;
    }

    private async Task<Person> PersonAsync() => await users.SignedInAsync(User);
}

using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.Ui.Panels;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Web.Demonstration;

/// <summary>
/// Lets anybody sign in as one of the demonstration accounts. The module is part of the portal only in the demonstration environment;
/// elsewhere neither the buttons nor their address exist.
/// </summary>
internal sealed class DemonstrationModule : IModule
{
    public const string SignInPath = "/sign-in/demonstration";

    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Demonstration", "Demonstration", "Accounts for trying the portal.", "Demonstration", AlwaysOn: true);

    public static IEnumerable<IModule> When(IHostEnvironment environment) => environment.IsDemonstration() ? [new DemonstrationModule()] : [];

    public void Register(ModuleBuilder module) => module
        .Panel<DemonstrationAccountsPanel>(PanelPlaces.SignIn, 10)
        .Endpoints(routes => routes.MapPost(SignInPath, SignInAsync).AllowAnonymous().DisableAntiforgery());

    private static async Task<IResult> SignInAsync(
        HttpContext http, IAntiforgery antiforgery, SignInManager<Person> signIn, UserManager<Person> users, PortalDb db, IEvents events)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var userName = form["userName"].ToString();
        var person = Array.Exists(DemonstrationAccount.All, account => account.UserName == userName) ? await users.FindByNameAsync(userName) : null;
        if (person is null)
        {
            return Results.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        await signIn.SignInAsync(person, isPersistent: false);
        await events.PublishAsync(new SignedIn(person.Id, person.FullName), http.RequestAborted);
        await transaction.CommitAsync(http.RequestAborted);
        var returnUrl = form["returnUrl"].ToString();
        return Results.LocalRedirect(returnUrl.StartsWith('/') && !returnUrl.StartsWith("//", StringComparison.Ordinal)
            && !returnUrl.StartsWith("/\\", StringComparison.Ordinal) ? returnUrl : "/");
    }
}

/// <summary>The panel of the sign-in page that lists the demonstration accounts.</summary>
internal sealed class DemonstrationAccountsPanel : IPanel
{
    public Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        Task.FromResult<PanelView?>(new PanelView("/Web/Demonstration/Accounts.cshtml", new DemonstrationAccounts(context.Subject as string ?? "/")));
}

/// <summary>What the panel shows.</summary>
/// <param name="ReturnUrl">Where to go once signed in.</param>
internal sealed record DemonstrationAccounts(string ReturnUrl);

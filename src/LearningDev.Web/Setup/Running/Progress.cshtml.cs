using LearningDev.Platform.Data;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup.Running;

[AllowAnonymous]
internal sealed class ProgressModel(SetupVisit visit, SetupRun run, SetupState state, PortalDb db) : PageModel
{
    public string? Failure => run.Failure;

    public int RowsWritten => run.RowsWritten;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (visit.Answers is not { } answers)
        {
            return LocalRedirect(SetupSteps.Start);
        }

        await run.WaitAsync(cancellation);
        if (!await state.IsOpenAsync(db, cancellation))
        {
            visit.End();
            TempData[PageFrame.Message] = $"The portal is set up. Sign in as {answers.UserName}";
            return LocalRedirect("/sign-in");
        }

        return run.IsRunning || run.Failure is not null ? Page() : LocalRedirect(SetupSteps.Next(answers).Path);
    }
}

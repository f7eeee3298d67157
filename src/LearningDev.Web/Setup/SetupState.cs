using LearningDev.Platform.Data;
using LearningDev.Web.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Web.Setup;

/// <summary>Says whether the portal waits to be set up: as long as it holds no people. Once it is set up, that is for good.</summary>
internal sealed class SetupState(IHostEnvironment environment)
{
    private volatile bool closed = environment.IsDemonstration();

    /// <summary>True when there is nothing to ask the database about any more.</summary>
    public bool IsKnownToBeClosed => closed;

    /// <summary>True while the portal holds no people. Another node may have set it up, so the database is asked.</summary>
    public async Task<bool> IsOpenAsync(PortalDb db, CancellationToken cancellation = default)
    {
        if (!closed && await db.Users.AnyAsync(cancellation))
        {
            closed = true;
        }

        return !closed;
    }
}

using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Importing;

/// <summary>
/// Brings in members and their appointments from a file (MEM-02), by the same rules as by hand. To check a file it is brought in and all of it undone, so what is shown is what will be. Rows that are so already are left
/// alone: a file can be brought in as often as one likes. An empty last day leaves the last day as it is.
/// </summary>
internal sealed class MemberImport(PortalDb db, TermKeeping terms, OfficeKeeping offices, IEvents events)
{
    /// <summary>What would come of a file. Nothing is changed.</summary>
    public async Task<MemberImportReport> CheckAsync(MemberFile file, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        var point = await db.MarkAsync(cancellation);
        try
        {
            return await RunAsync(file, cancellation);
        }
        finally
        {
            await point.UndoAsync();
        }
    }

    /// <summary>Brings in a file that was looked at; all of it or nothing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="seen">The fingerprint of the report that was looked at.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What comes of it, and whether it was brought in: not when something is refused, when there is nothing to do, or when something else would come of it than was looked at.</returns>
    public async Task<(MemberImportReport Report, bool IsDone)> ConfirmAsync(MemberFile file, string fileName, string seen, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        var point = await db.MarkAsync(cancellation);
        var report = await RunAsync(file, cancellation);
        if (!report.CanBeConfirmed || report.Fingerprint != seen)
        {
            await point.UndoAsync();
            return (report, false);
        }

        await point.KeepAsync();
        await events.PublishAsync(new MembersImported(fileName, file.Kind, report.Count(LineOutcome.New), report.Count(LineOutcome.Changed), report.Accounts), cancellation);
        return (report, true);
    }

    private async Task<MemberImportReport> RunAsync(MemberFile file, CancellationToken cancellation)
    {
        var recorded = await RecordedAsync(file, cancellation);
        List<LineResult> results = [];
        var (accounts, notInvited) = (0, 0);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<ImportStep> steps = [];
        foreach (var line in file.Lines)
        {
            var (step, refused) = recorded.Read(file.Kind, line);
            if (step is null)
            {
                results.Add(refused!);
            }
            else if (!seen.Add(step.Key))
            {
                results.Add(new LineResult(line.Row, step.Who, step.What, LineOutcome.Refused, ["The file has this twice"]));
            }
            else
            {
                steps.Add(step);
            }
        }

        // What ends makes room for what begins, and what comes first goes first.
        foreach (var step in steps.OrderBy(step => step.IsKnown ? 0 : 1).ThenBy(step => step.From).ThenBy(step => step.Row))
        {
            var (faults, outcome, isAccount, isInvited) = await DoAsync(step, cancellation);
            (accounts, notInvited) = (accounts + (isAccount ? 1 : 0), notInvited + (isAccount && !isInvited ? 1 : 0));
            results.Add(new LineResult(step.Row, step.Who, step.What, faults.Count > 0 ? LineOutcome.Refused : outcome, [.. faults.Select(fault => ColumnOf(file.Kind, fault.Key) is { } column ? $"{column}: {fault.Message}" : fault.Message)]));
        }

        return new MemberImportReport(file.Kind, [.. results.OrderBy(result => result.Row)], accounts, notInvited);
    }

    private async Task<(IReadOnlyList<MemberFault> Faults, LineOutcome Outcome, bool IsAccount, bool IsInvited)> DoAsync(ImportStep step, CancellationToken cancellation)
    {
        if (step.IsSame)
        {
            return ([], LineOutcome.Same, false, false);
        }

        switch (step)
        {
            case { Term: { } term }:
                return (await terms.EndAsync(term.Id, term.Revision, step.Until!.Value, "Brought in from a file", cancellation), LineOutcome.Changed, false, false);
            case { Office: { } office }:
                return (await offices.ChangeOfficeAsync(office.Id, office.Until, office.From, step.Until, cancellation), LineOutcome.Changed, false, false);
            case { NewOffice: { } appointment }:
                return (await offices.AppointAsync(appointment, cancellation), LineOutcome.New, false, false);
            default:
                var (faults, _, isInvited) = await terms.BeginAsync(step.NewTerm!, cancellation);
                return (faults, LineOutcome.New, faults.Count == 0 && step.NewTerm!.Account is not null, isInvited);
        }
    }

    private static string? ColumnOf(MemberFileKind kind, string field) => field switch
    {
        nameof(NewTerm.From) => "From",
        nameof(TermRow.Until) => "To",
        nameof(NewTerm.WardId) => "Ward",
        nameof(NewTerm.GroupId) => kind == MemberFileKind.Members ? "Group" : "Of",
        nameof(OfficeRow.BodyId) => "Of",
        nameof(OfficeRow.Title) => "Portfolio",
        nameof(OfficeRow.Kind) => kind == MemberFileKind.Members ? "Kind" : "Office",
        nameof(NewAccount.GivenName) => "Given name",
        nameof(NewAccount.FamilyName) => "Family name",
        nameof(NewAccount.Email) => "Email",
        _ => null,
    };

    // All that rows are compared with, read at once for the whole file.
    private async Task<RecordedMembers> RecordedAsync(MemberFile file, CancellationToken cancellation)
    {
        List<string> addresses = [.. file.Lines.Select(line => line.Cells[0].ToUpperInvariant()).Where(address => address.Length > 0).Distinct()];
        var allTerms = await db.MemberTerms.AsNoTracking().ToListAsync(cancellation);
        List<string> holders = [.. allTerms.Select(term => term.PersonId).Distinct()];
        var people = await db.Users.AsNoTracking().Where(person => EF.Parameter(addresses).Contains(person.NormalizedEmail!) || EF.Parameter(holders).Contains(person.Id)).ToListAsync(cancellation);
        return new RecordedMembers(
            people, holders.ToHashSet(), allTerms, await db.GroupMemberships.AsNoTracking().ToListAsync(cancellation), await db.MemberOffices.AsNoTracking().ToListAsync(cancellation),
            await db.MemberWards.AsNoTracking().ToListAsync(cancellation), await db.PoliticalGroups.AsNoTracking().ToListAsync(cancellation), await db.MemberBodies.AsNoTracking().ToListAsync(cancellation));
    }
}

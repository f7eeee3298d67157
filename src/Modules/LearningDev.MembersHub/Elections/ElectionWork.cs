using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Elections;

/// <summary>Somebody who was returned, as it is typed.</summary>
/// <param name="Ward">The name of the ward; "Mayor" for the directly elected one.</param>
/// <param name="GivenName">The given name.</param>
/// <param name="FamilyName">The family name.</param>
/// <param name="Email">The email address.</param>
/// <param name="Group">The name of the political group; empty for none.</param>
internal sealed record ResultLine(string Ward, string GivenName, string FamilyName, string Email, string Group);

/// <summary>The result of an election of the whole council, while it is entered (MEM-02). Who changes it says which state they have seen; who has seen an old one is refused.</summary>
internal sealed class ElectionWork(PortalDb db, MemberDirectory directory, MemberAccounts accounts, ISettings settings, WorkingCalendar calendar, IEvents events)
{
    /// <summary>What stands in the column of the ward for the directly elected Mayor.</summary>
    public const string MayorWord = "Mayor";

    public const string Stale = "Somebody else has changed this result meanwhile. It is shown as it is now, and what you have just sent was not saved";

    public static readonly IReadOnlyList<string> Columns = ["Ward", "Given name", "Family name", "Email", "Group"];

    /// <summary>The most lines of a file.</summary>
    public const int MostLines = 500;

    /// <summary>The elections whose results are known or are being entered, the latest first.</summary>
    public async Task<IReadOnlyList<ElectionRow>> ListAsync(CancellationToken cancellation) => await db.Elections.AsNoTracking().OrderByDescending(row => row.Day).ToListAsync(cancellation);

    /// <summary>The election that is most likely meant: the latest one by the settings, or the next when that is confirmed already.</summary>
    public async Task<DateOnly> LikelyDayAsync(CancellationToken cancellation)
    {
        var cycle = await calendar.ElectoralCycleAsync(await calendar.TodayAsync(), cancellation);
        return await db.Elections.AnyAsync(row => row.Day == cycle.Start && row.State == ElectionState.Confirmed, cancellation) ? cycle.End.AddDays(1) : cycle.Start;
    }

    /// <summary>Begins to enter a result.</summary>
    /// <returns>What is wrong, and the election; where there is one for that day already, it is that one.</returns>
    public async Task<(IReadOnlyList<MemberFault> Faults, string Id)> BeginAsync(DateOnly day, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        if (await db.Elections.SingleOrDefaultAsync(row => row.Day == day, cancellation) is { } there)
        {
            return there.State == ElectionState.Confirmed ? ([new("Day", $"The result of the election on {DateWords.Day(day)} is confirmed already. It cannot be entered twice")], there.Id) : ([], there.Id);
        }

        var today = await calendar.TodayAsync();
        if (day < today.AddYears(-10) || day > today.AddYears(2))
        {
            return ([new("Day", "Day of the election must be in the last ten years or the next two")], "");
        }

        var row = db.Add(new ElectionRow { Day = day }).Entity;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ElectionBegun(row.Id, day), cancellation);
        return ([], row.Id);
    }

    /// <summary>An election; null when there is none.</summary>
    public Task<ElectionRow?> FindAsync(string id, CancellationToken cancellation) => db.Elections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Who was returned, by ward and name.</summary>
    public async Task<IReadOnlyList<(ElectionResultRow Result, string Ward, string Group)>> ResultsAsync(string id, CancellationToken cancellation)
    {
        var wards = await db.MemberWards.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        var groups = await db.PoliticalGroups.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        return [.. (await db.ElectionResults.AsNoTracking().Where(row => row.ElectionId == id).ToListAsync(cancellation))
            .Select(row => (row, row.WardId is { } ward ? wards[ward] : MayorWord, row.GroupId is { } group ? groups[group] : ""))
            .OrderBy(one => one.Item1.Kind == TermKind.ElectedMayor ? 0 : 1).ThenBy(one => one.Item2, StringComparer.CurrentCulture).ThenBy(one => one.Item1.FamilyName, StringComparer.CurrentCulture).ThenBy(one => one.Item1.Id, StringComparer.Ordinal)];
    }

    /// <summary>The elected members on the day of an election, by name.</summary>
    public async Task<IReadOnlyList<Member>> SittingAsync(ElectionRow election, CancellationToken cancellation) =>
        [.. (await directory.AllAsync(election.Day, cancellation)).Where(member => member.IsElected)];

    /// <summary>Sets who of the sitting members was returned. Those who are new to the result stand for the ward, and belong to the group, that they have now.</summary>
    public async Task<IReadOnlyList<MemberFault>> ReturnAsync(string id, int revision, IReadOnlyCollection<string> personIds, CancellationToken cancellation)
    {
        if (await TurnAsync(id, revision, cancellation) is not { } election)
        {
            return [new("", Stale)];
        }

        var sitting = await SittingAsync(election, cancellation);
        var rows = await db.ElectionResults.Where(row => row.ElectionId == id).ToListAsync(cancellation);
        var chosen = sitting.Where(member => personIds.Contains(member.PersonId)).ToList();
        var removed = rows.Where(row => sitting.Any(member => member.PersonId == row.PersonId) && !personIds.Contains(row.PersonId!)).ToList();
        var added = chosen.Where(member => rows.TrueForAll(row => row.PersonId != member.PersonId)).ToList();
        var people = await db.Users.AsNoTracking().Where(person => added.Select(member => member.PersonId).Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        db.RemoveRange(removed);
        db.AddRange(added.Where(member => people.ContainsKey(member.PersonId)).Select(member => new ElectionResultRow
        {
            ElectionId = id,
            PersonId = member.PersonId,
            GivenName = people[member.PersonId].GivenName,
            FamilyName = people[member.PersonId].FamilyName,
            Kind = member.Term.Kind,
            WardId = member.Term.WardId,
            GroupId = member.GroupId,
        }));
        if (removed.Count + added.Count > 0)
        {
            await ChangedAsync(election, $"{added.Count} added and {removed.Count} removed of those who were members before,", cancellation);
        }

        return [];
    }

    /// <summary>Adds people who were returned. Whoever has an account is known by the email address; a line for somebody who is in the result already takes the place of that.</summary>
    /// <returns>What is wrong: the key is the number of the line, from 0, and the name of the column, for example "3.Ward". Nothing is added then.</returns>
    public async Task<IReadOnlyList<MemberFault>> AddAsync(string id, int revision, IReadOnlyList<ResultLine> lines, CancellationToken cancellation)
    {
        if (await TurnAsync(id, revision, cancellation) is not { } election)
        {
            return [new("", Stale)];
        }

        var wards = await db.MemberWards.AsNoTracking().Where(row => row.Until == null || row.Until > election.Day).ToListAsync(cancellation);
        var groups = await db.PoliticalGroups.AsNoTracking().Where(row => row.Until == null || row.Until > election.Day).ToListAsync(cancellation);
        List<string> addresses = [.. lines.Select(line => line.Email.ToUpperInvariant()).Where(email => email.Length > 0).Distinct()];
        var people = (await db.Users.AsNoTracking().Where(person => addresses.Contains(person.NormalizedEmail!)).ToListAsync(cancellation)).ToLookup(person => person.NormalizedEmail!);
        var taken = await accounts.TakenAsync(lines.Select(line => line.Email).Where(email => email.Length > 0), cancellation);
        var rows = await db.ElectionResults.Where(row => row.ElectionId == id).ToListAsync(cancellation);
        List<MemberFault> faults = [];
        HashSet<string> seen = [];
        foreach (var (number, line) in lines.Index())
        {
            var isMayor = string.Equals(line.Ward, MayorWord, StringComparison.OrdinalIgnoreCase);
            var ward = wards.Find(row => MemberSheet.Same(row.Name, line.Ward));
            var group = groups.Find(row => MemberSheet.Same(row.Name, line.Group));
            var address = line.Email.ToUpperInvariant();
            Person? person = people[address].Count() == 1 ? people[address].Single() : null;
            List<MemberFault> wrong = [];
            if (!isMayor && ward is null)
            {
                wrong.Add(new("Ward", line.Ward.Length == 0 ? $"Enter the ward, or {MayorWord}" : $"There is no ward “{line.Ward}”"));
            }

            if (group is null && line.Group.Length > 0)
            {
                wrong.Add(new("Group", $"There is no political group “{line.Group}”"));
            }

            wrong.AddRange(person is not null && line is { GivenName: "", FamilyName: "" } ? [] : MemberAccounts.FaultsOf(new NewAccount(line.GivenName, line.FamilyName, line.Email)));
            if (address.Length > 0 && !seen.Add(address))
            {
                wrong.Add(new("Email", "This address is there twice"));
            }
            else if (person is null && taken.TryGetValue(line.Email, out var owner))
            {
                wrong.Add(new("Email", $"No account can be made for this address, because {owner} signs in with it"));
            }

            faults.AddRange(wrong.Select(fault => fault with { Key = $"{number}.{fault.Key}" }));
            if (wrong.Count > 0)
            {
                continue;
            }

            var row = rows.Find(one => person is not null ? one.PersonId == person.Id : one.PersonId is null && MemberSheet.Same(one.Email, line.Email));
            row ??= db.Add(new ElectionResultRow { ElectionId = id, PersonId = person?.Id, GivenName = "", FamilyName = "", Kind = TermKind.Elected }).Entity;
            (row.GivenName, row.FamilyName, row.Email) = person is not null ? (person.GivenName, person.FamilyName, "") : (line.GivenName, line.FamilyName, line.Email);
            (row.Kind, row.WardId, row.GroupId) = (isMayor ? TermKind.ElectedMayor : TermKind.Elected, isMayor ? null : ward!.Id, group?.Id);
        }

        if (faults.Count > 0 || lines.Count == 0)
        {
            db.ChangeTracker.Clear();
            return faults;
        }

        await ChangedAsync(election, $"{(lines.Count == 1 ? lines[0].Email : $"{lines.Count} people")} added", cancellation);
        return [];
    }

    /// <summary>Takes somebody out of the result.</summary>
    public async Task<IReadOnlyList<MemberFault>> RemoveAsync(string id, int revision, string resultId, CancellationToken cancellation)
    {
        if (await TurnAsync(id, revision, cancellation) is not { } election || await db.ElectionResults.SingleOrDefaultAsync(row => row.Id == resultId && row.ElectionId == id, cancellation) is not { } row)
        {
            return [new("", Stale)];
        }

        db.Remove(row);
        await ChangedAsync(election, $"{row.Name} removed", cancellation);
        return [];
    }

    /// <summary>Deletes a result that was not confirmed.</summary>
    public async Task<IReadOnlyList<MemberFault>> DeleteAsync(string id, int revision, CancellationToken cancellation)
    {
        if (await TurnAsync(id, revision, cancellation) is not { } election)
        {
            return [new("", Stale)];
        }

        db.Remove(election);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ElectionDeleted(id, election.Day), cancellation);
        return [];
    }

    /// <summary>Works out what an election changes.</summary>
    public async Task<ElectionPlan> PlanAsync(ElectionRow election, CancellationToken cancellation)
    {
        var own = await settings.GetAsync<MembersSettings>(cancellation);
        var from = election.Day.AddDays(own.DaysUntilRetirement);
        var officesUntil = own.OfficesEnd == OfficesEnd.AtOnce ? from.AddDays(-1) : AnnualMeetingAfter(await settings.GetAsync<CalendarSettings>(cancellation), from).AddDays(-1);
        var sitting = (await SittingAsync(election, cancellation)).ToDictionary(member => member.PersonId);
        var results = await db.ElectionResults.Where(row => row.ElectionId == election.Id).ToListAsync(cancellation);
        var returned = results.Where(row => row.PersonId is not null).Select(row => row.PersonId!).ToHashSet();
        var hasMayor = results.Exists(row => row.Kind == TermKind.ElectedMayor);

        // Councillors retire on the day itself; there is one Mayor on each day.
        var ending = sitting.Values.Where(member => !returned.Contains(member.PersonId)).Select(member => new EndingMember(
            member.Term, Earlier(member.Term.Until, member.Term.Kind == TermKind.ElectedMayor && hasMayor ? from.AddDays(-1) : from), [.. member.Offices.Select(Words)])).ToList();
        var returning = results.Where(row => row.PersonId is { } person && sitting.ContainsKey(person)).Select(row =>
        {
            var member = sitting[row.PersonId!];
            return new ReturningMember(row, member.Term, member.GroupName, officesUntil, [.. member.Offices.Where(office => office.Kind != OfficeKind.Mayor).Select(Words)]);
        }).OrderBy(one => one.Result.FamilyName, StringComparer.CurrentCulture).ToList();
        var beginning = results.Where(row => row.PersonId is not { } person || !sitting.ContainsKey(person)).OrderBy(row => row.FamilyName, StringComparer.CurrentCulture).ToList();
        return new ElectionPlan(from, ending, returning, beginning, await FaultsAsync(results, returning, from, cancellation));

        static string Words(Office office) => MemberWords.Of(office.Kind, office.Row.Title, office.BodyName);
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(List<ElectionResultRow> results, List<ReturningMember> returning, DateOnly from, CancellationToken cancellation)
    {
        List<string> faults = [];
        if (results.Count == 0)
        {
            faults.Add("Nobody is in the result yet. Say who was returned first");
        }

        if (results.Count(row => row.Kind == TermKind.ElectedMayor) > 1)
        {
            faults.Add("More than one person is returned as the Mayor");
        }

        foreach (var ward in await db.MemberWards.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellation))
        {
            var count = results.Count(row => row.WardId == ward.Id);
            if (count > ward.Seats)
            {
                faults.Add($"{count} people are returned for {ward.Name}, which elects {ward.Seats}");
            }
        }

        // Whoever is new must not be a member on that day for another reason.
        List<string> terms = [.. returning.Select(one => one.Term.Id)];
        List<string> people = [.. results.Where(row => row.PersonId is not null).Select(row => row.PersonId!)];
        faults.AddRange((await db.MemberTerms.AsNoTracking().Where(term => people.Contains(term.PersonId) && !terms.Contains(term.Id) && (term.Until == null || term.Until >= from)).ToListAsync(cancellation))
            .Select(term => $"{term.PersonName} has another term from {DateWords.Day(term.From)}, as {MemberWords.Of(term.Kind).ToLowerInvariant()}. First end that"));
        faults.AddRange((await accounts.TakenAsync(results.Where(row => row.PersonId is null).Select(row => row.Email), cancellation)).Select(pair => $"An account with the address {pair.Key} was made meanwhile, for {pair.Value}. Remove the line and add it again"));
        return faults;
    }

    /// <summary>The election while whoever else changes members waits; null when it is gone, confirmed, or not as it was seen.</summary>
    internal async Task<ElectionRow?> TurnAsync(string id, int revision, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(MemberFault.Turn, cancellation);
        return await db.Elections.SingleOrDefaultAsync(row => row.Id == id && row.Revision == revision && row.State == ElectionState.Draft, cancellation);
    }

    private async Task ChangedAsync(ElectionRow election, string what, CancellationToken cancellation)
    {
        election.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ElectionResultChanged(election.Id, election.Day, what), cancellation);
    }

    private static DateOnly AnnualMeetingAfter(CalendarSettings calendar, DateOnly day) =>
        NamedYear.AnnualMeeting(calendar, day.Year) is var meeting && meeting > day ? meeting : NamedYear.AnnualMeeting(calendar, day.Year + 1);

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;
}

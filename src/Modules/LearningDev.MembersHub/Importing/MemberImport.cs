using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
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
        var known = await KnownAsync(file, cancellation);
        List<LineResult> results = [];
        var (accounts, notInvited) = (0, 0);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<Work> work = [];
        foreach (var line in file.Lines)
        {
            var (entry, faults) = file.Kind == MemberFileKind.Members ? known.Term(line) : known.Office(line);
            if (faults.Count == 0 && !seen.Add(entry!.Key))
            {
                faults = ["The file has this twice"];
            }

            if (faults.Count > 0)
            {
                results.Add(new LineResult(line.Row, Known.WhoOf(file.Kind, line), Known.WhatOf(file.Kind, line), LineOutcome.Refused, faults));
            }
            else
            {
                work.Add(entry!);
            }
        }

        // What ends makes room for what begins, and what comes first goes first.
        foreach (var entry in work.OrderBy(entry => entry.IsKnown ? 0 : 1).ThenBy(entry => entry.From).ThenBy(entry => entry.Row))
        {
            var (faults, outcome, isAccount, isInvited) = await DoAsync(entry, cancellation);
            (accounts, notInvited) = (accounts + (isAccount ? 1 : 0), notInvited + (isAccount && !isInvited ? 1 : 0));
            results.Add(new LineResult(entry.Row, entry.Who, entry.What, faults.Count > 0 ? LineOutcome.Refused : outcome, [.. faults.Select(fault => ColumnOf(file.Kind, fault.Key) is { } column ? $"{column}: {fault.Message}" : fault.Message)]));
        }

        return new MemberImportReport(file.Kind, [.. results.OrderBy(result => result.Row)], accounts, notInvited);
    }

    private async Task<(IReadOnlyList<MemberFault> Faults, LineOutcome Outcome, bool IsAccount, bool IsInvited)> DoAsync(Work entry, CancellationToken cancellation)
    {
        if (entry.IsSame)
        {
            return ([], LineOutcome.Same, false, false);
        }

        switch (entry)
        {
            case { Term: { } term }:
                return (await terms.EndAsync(term.Id, term.Revision, entry.Until!.Value, "Brought in from a file", cancellation), LineOutcome.Changed, false, false);
            case { Office: { } office }:
                return (await offices.ChangeOfficeAsync(office.Id, office.Until, office.From, entry.Until, cancellation), LineOutcome.Changed, false, false);
            case { NewOffice: { } appointment }:
                return (await offices.AppointAsync(appointment, cancellation), LineOutcome.New, false, false);
            default:
                var (faults, _, isInvited) = await terms.BeginAsync(entry.NewTerm!, cancellation);
                return (faults, LineOutcome.New, faults.Count == 0 && entry.NewTerm!.Account is not null, isInvited);
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
    private async Task<Known> KnownAsync(MemberFile file, CancellationToken cancellation)
    {
        List<string> addresses = [.. file.Lines.Select(line => line[0].ToUpperInvariant()).Where(address => address.Length > 0).Distinct()];
        var allTerms = await db.MemberTerms.AsNoTracking().ToListAsync(cancellation);
        List<string> holders = [.. allTerms.Select(term => term.PersonId).Distinct()];
        var people = await db.Users.AsNoTracking().Where(person => EF.Parameter(addresses).Contains(person.NormalizedEmail!) || EF.Parameter(holders).Contains(person.Id)).ToListAsync(cancellation);
        return new Known(
            people, holders.ToHashSet(), allTerms, await db.GroupMemberships.AsNoTracking().ToListAsync(cancellation), await db.MemberOffices.AsNoTracking().ToListAsync(cancellation),
            await db.MemberWards.AsNoTracking().ToListAsync(cancellation), await db.PoliticalGroups.AsNoTracking().ToListAsync(cancellation), await db.MemberBodies.AsNoTracking().ToListAsync(cancellation));
    }

    /// <summary>What is to be done for a row.</summary>
    private sealed record Work(int Row, string Key, string Who, string What, DateOnly From, DateOnly? Until)
    {
        public TermRow? Term { get; init; }

        public OfficeRow? Office { get; init; }

        public NewTerm? NewTerm { get; init; }

        public NewOffice? NewOffice { get; init; }

        public bool IsKnown => Term is not null || Office is not null;

        public bool IsSame => IsKnown && (Until is null || Until == (Term?.Until ?? Office?.Until));
    }

    private sealed record Known(
        List<Person> People, HashSet<string> Members, List<TermRow> Terms, List<GroupMembershipRow> Memberships, List<OfficeRow> Offices, List<WardRow> Wards, List<PoliticalGroupRow> Groups, List<BodyRow> Bodies)
    {
        public static string WhoOf(MemberFileKind kind, MemberFileLine line) =>
            (kind == MemberFileKind.Members ? $"{line[1]} {line[2]}".Trim() : line[1]) is { Length: > 0 } name ? name : line[0].Length > 0 ? line[0] : "Nobody";

        public static string WhatOf(MemberFileKind kind, MemberFileLine line) =>
            string.Join(", ", new[] { kind == MemberFileKind.Members ? line[3] : line[2], kind == MemberFileKind.Members ? line[4] : line[3] }.Where(word => word.Length > 0));

        public (Work? Work, IReadOnlyList<string> Faults) Term(MemberFileLine line)
        {
            List<string> faults = [];
            var kind = MemberFile.TermOf(line[3]);
            if (kind is null)
            {
                faults.Add($"Kind: Enter {Or(Enum.GetValues<TermKind>().Select(MemberWords.Of))}");
            }

            var ward = Wards.Find(row => MemberFile.Same(row.Name, line[4]));
            if (line[4].Length > 0 && (ward is null || kind is not (null or TermKind.Elected)))
            {
                faults.Add(ward is null ? $"Ward: There is no ward “{line[4]}”{Near(line[4], Wards.Select(row => row.Name))}" : "Ward: Only councillors have a ward. Leave it empty");
            }
            else if (kind == TermKind.Elected && ward is null)
            {
                faults.Add("Ward: Enter the ward");
            }

            var group = Groups.Find(row => MemberFile.Same(row.Name, line[5]));
            if (line[5].Length > 0 && group is null)
            {
                faults.Add($"Group: There is no political group “{line[5]}”{Near(line[5], Groups.Select(row => row.Name))}");
            }

            var (from, until) = Days(line[6], line[7], faults);
            var person = Person(line[0], $"{line[1]} {line[2]}".Trim(), mayBeNew: true, faults);
            if (faults.Count > 0)
            {
                return (null, faults);
            }

            var who = person?.FullName ?? $"{line[1]} {line[2]}";
            var what = $"{string.Join(", ", new[] { MemberWords.Of(kind!.Value), ward?.Name ?? "", group?.Name ?? "" }.Where(word => word.Length > 0))}, {MemberWords.Span(from, until)}";
            var work = new Work(line.Row, $"{person?.Id ?? line[0]} {from:O}", who, what, from, until);
            if (Terms.Find(term => term.PersonId == person?.Id && term.From == from) is not { } there)
            {
                return (work with { NewTerm = new NewTerm(person?.Id ?? "", person is null ? new NewAccount(line[1], line[2], line[0]) : null, kind.Value, ward?.Id ?? "", group?.Id ?? "", from) { Until = until } }, faults);
            }

            if (there.Kind != kind || there.WardId != ward?.Id)
            {
                faults.Add($"Their term from {DateWords.Day(from)} is recorded as {MemberWords.Of(there.Kind)}{(there.WardId is { } id ? $" for {Wards.Find(row => row.Id == id)?.Name}" : "")}. Change that on their profile, or correct the row");
            }
            else if (group is not null && !Memberships.Exists(row => row.PersonId == person!.Id && row.GroupId == group.Id && MemberDays.Overlap(row.From, row.Until, from, there.Until)))
            {
                faults.Add($"Group: They do not belong to {group.Name} in that term. Change their group on their profile, where you can say from when");
            }

            return faults.Count > 0 ? (null, faults) : (work with { Term = there }, faults);
        }

        public (Work? Work, IReadOnlyList<string> Faults) Office(MemberFileLine line)
        {
            List<string> faults = [];
            var kind = MemberFile.OfficeOf(line[2]);
            if (kind is null)
            {
                faults.Add($"Office: Enter {Or(Enum.GetValues<OfficeKind>().Select(MemberWords.Of))}");
            }

            var body = kind?.IsOfABody() == true ? Bodies.Find(row => MemberFile.Same(row.Name, line[3])) : null;
            var group = kind?.IsOfAGroup() == true ? Groups.Find(row => MemberFile.Same(row.Name, line[3])) : null;
            if (kind?.IsOfABody() == true && body is null)
            {
                faults.Add(line[3].Length == 0 ? "Of: Enter the committee or outside body" : $"Of: There is no committee or outside body “{line[3]}”{Near(line[3], Bodies.Select(row => row.Name))}");
            }
            else if (kind?.IsOfAGroup() == true && group is null)
            {
                faults.Add(line[3].Length == 0 ? "Of: Enter the political group" : $"Of: There is no political group “{line[3]}”{Near(line[3], Groups.Select(row => row.Name))}");
            }
            else if (kind is { } other && !other.IsOfABody() && !other.IsOfAGroup() && line[3].Length > 0)
            {
                faults.Add($"Of: {MemberWords.Of(other)} is an office of the whole council. Leave it empty");
            }

            var (from, until) = Days(line[5], line[6], faults);
            var person = Person(line[0], line[1], mayBeNew: false, faults);
            if (faults.Count > 0)
            {
                return (null, faults);
            }

            var title = kind == OfficeKind.ExecutiveMember ? line[4] : "";
            var what = $"{MemberWords.Of(kind!.Value, title, body?.Name ?? group?.Name ?? "")}, {MemberWords.Span(from, until)}";
            var work = new Work(line.Row, $"{person!.Id} {kind} {body?.Id ?? group?.Id} {title} {from:O}", person.FullName, what, from, until);
            var there = Offices.Find(row => row.PersonId == person.Id && row.Kind == kind && row.BodyId == body?.Id && row.GroupId == group?.Id && row.From == from && MemberFile.Same(row.Title, title));
            return (there is not null ? work with { Office = there } : work with { NewOffice = new NewOffice(person.Id, kind.Value, body?.Id ?? "", group?.Id ?? "", title, from, until) }, faults);
        }

        private static (DateOnly From, DateOnly? Until) Days(string first, string last, List<string> faults)
        {
            if (!MemberFile.IsDay(first, out var from))
            {
                faults.Add(first.Length == 0 ? "From: Enter the first day" : $"From: “{first}” is no day. Write 8 May 2023, 08/05/2023 or 2023-05-08");
            }

            if (last.Length == 0)
            {
                return (from, null);
            }

            if (!MemberFile.IsDay(last, out var until))
            {
                faults.Add($"To: “{last}” is no day. Write 8 May 2023, 08/05/2023 or 2023-05-08");
            }
            else if (until < from)
            {
                faults.Add("To: Last day must not be before the first");
            }

            return (from, until);
        }

        // By email address, or else by name among those who are or were members.
        private Person? Person(string email, string name, bool mayBeNew, List<string> faults)
        {
            if (email.Length > 0)
            {
                var address = email.ToUpperInvariant();
                var owners = People.FindAll(person => person.NormalizedEmail == address);
                if (owners.Count > 1 || (owners.Count == 0 && !mayBeNew))
                {
                    faults.Add(owners.Count > 1 ? "Email: More than one person has this address" : "Email: Nobody has an account with this address");
                }
                else if (owners is [var owner] && name.Length > 0 && !MemberFile.Same(owner.FullName, name))
                {
                    faults.Add($"Email: This is the address of {owner.FullName}. Correct it, or leave the name empty");
                }

                return owners.Count == 1 ? owners[0] : null;
            }

            var named = People.FindAll(person => Members.Contains(person.Id) && MemberFile.Same(person.FullName, name));
            if (named.Count != 1)
            {
                faults.Add(name.Length == 0 ? "Email: Enter the email address" : named.Count > 1 ? $"Email: {named.Count} members are called {name}. Enter the email address" : $"Email: No member is called {name}. Enter the email address");
            }

            return named.Count == 1 ? named[0] : null;
        }

        private static string Or(IEnumerable<string> words)
        {
            List<string> all = [.. words];
            return $"{string.Join(", ", all.SkipLast(1))} or {all[^1]}";
        }

        // What shares a word with it, or begins as it does.
        private static string Near(string wanted, IEnumerable<string> names)
        {
            const int SharedBeginning = 3;
            var words = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > SharedBeginning && !MemberFile.Same(word, "Committee")).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var near = names.Where(name => name.Split(' ').Any(words.Contains) || (wanted.Length >= SharedBeginning && name.StartsWith(wanted[..SharedBeginning], StringComparison.OrdinalIgnoreCase))).Order(StringComparer.CurrentCulture).Take(3).ToList();
            return near.Count == 0 ? "" : $". Is it {string.Join(" or ", near.Select(name => $"“{name}”"))}?";
        }
    }
}

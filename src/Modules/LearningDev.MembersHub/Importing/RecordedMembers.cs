using LearningDev.MembersHub.Members;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;

namespace LearningDev.MembersHub.Importing;

/// <summary>All that is recorded of members, with which the rows of a file are compared. Nothing is asked of the database here.</summary>
/// <param name="People">Who is or was a member, and whoever has an email address that the file names.</param>
/// <param name="Members">The ids of those of them who are or were members.</param>
/// <param name="Terms">All terms.</param>
/// <param name="Memberships">All memberships of political groups.</param>
/// <param name="Offices">All offices.</param>
/// <param name="Wards">All wards.</param>
/// <param name="Groups">All political groups.</param>
/// <param name="Bodies">All committees and outside bodies.</param>
internal sealed record RecordedMembers(
    List<Person> People, HashSet<string> Members, List<TermRow> Terms, List<GroupMembershipRow> Memberships, List<OfficeRow> Offices, List<WardRow> Wards, List<PoliticalGroupRow> Groups, List<BodyRow> Bodies)
{
    /// <summary>What a row asks for, or why it cannot be done.</summary>
    /// <exception cref="ArgumentException">The row has not as many cells as its kind of file has columns.</exception>
    public (ImportStep? Step, LineResult? Refused) Read(MemberFileKind kind, MemberSheetLine line)
    {
        List<string> faults = [];
        var (step, who, what) = (kind, line.Cells) switch
        {
            (MemberFileKind.Members, [var email, var given, var family, var member, var ward, var group, var from, var to]) =>
                (Term(new TermLine(line.Row, email, given, family, member, ward, group, from, to), faults), $"{given} {family}".Trim(), Words(member, ward)),
            (MemberFileKind.Appointments, [var email, var name, var office, var of, var portfolio, var from, var to]) =>
                (Office(new OfficeLine(line.Row, email, name, office, of, portfolio, from, to), faults), name, Words(office, of)),
            _ => throw new ArgumentException($"Row {line.Row} has {line.Cells.Count} cells.", nameof(line)),
        };
        return faults.Count == 0 ? (step, null) : (null, new LineResult(line.Row, who.Length > 0 ? who : line.Cells[0].Length > 0 ? line.Cells[0] : "Nobody", what, LineOutcome.Refused, faults));
    }

    private sealed record TermLine(int Row, string Email, string GivenName, string FamilyName, string Kind, string Ward, string Group, string From, string To)
    {
        public string Name => $"{GivenName} {FamilyName}".Trim();
    }

    private sealed record OfficeLine(int Row, string Email, string Name, string Office, string Of, string Portfolio, string From, string To);

    private ImportStep? Term(TermLine line, List<string> faults)
    {
        var kind = MemberFile.TermOf(line.Kind);
        if (kind is null)
        {
            faults.Add($"Kind: Enter {Or(Enum.GetValues<TermKind>().Select(MemberWords.Of))}");
        }

        var ward = Wards.Find(row => MemberSheet.Same(row.Name, line.Ward));
        if (line.Ward.Length > 0 && (ward is null || kind is not (null or TermKind.Elected)))
        {
            faults.Add(ward is null ? $"Ward: There is no ward “{line.Ward}”{Near(line.Ward, Wards.Select(row => row.Name))}" : "Ward: Only councillors have a ward. Leave it empty");
        }
        else if (kind == TermKind.Elected && ward is null)
        {
            faults.Add("Ward: Enter the ward");
        }

        var group = Groups.Find(row => MemberSheet.Same(row.Name, line.Group));
        if (line.Group.Length > 0 && group is null)
        {
            faults.Add($"Group: There is no political group “{line.Group}”{Near(line.Group, Groups.Select(row => row.Name))}");
        }

        var (from, until) = Days(line.From, line.To, faults);
        var person = Person(line.Email, line.Name, mayBeNew: true, faults);
        if (faults.Count > 0)
        {
            return null;
        }

        var what = $"{Words(MemberWords.Of(kind!.Value), ward?.Name, group?.Name)}, {MemberWords.Span(from, until)}";
        var step = new ImportStep(line.Row, $"{person?.Id ?? line.Email} {from:O}", person?.FullName ?? line.Name, what, from, until);
        if (Terms.Find(term => term.PersonId == person?.Id && term.From == from) is not { } there)
        {
            var account = person is null ? new NewAccount(line.GivenName, line.FamilyName, line.Email) : null;
            return step with { NewTerm = new NewTerm(person?.Id ?? "", account, kind.Value, ward?.Id ?? "", group?.Id ?? "", from) { Until = until } };
        }

        if (there.Kind != kind || there.WardId != ward?.Id)
        {
            faults.Add($"Their term from {DateWords.Day(from)} is recorded as {MemberWords.Of(there.Kind)}{(there.WardId is { } id ? $" for {Wards.Find(row => row.Id == id)?.Name}" : "")}. Change that on their profile, or correct the row");
        }
        else if (group is not null && !Memberships.Exists(row => row.PersonId == person!.Id && row.GroupId == group.Id && MemberDays.Overlap(row.From, row.Until, from, there.Until)))
        {
            faults.Add($"Group: They do not belong to {group.Name} in that term. Change their group on their profile, where you can say from when");
        }

        return step with { Term = there };
    }

    private ImportStep? Office(OfficeLine line, List<string> faults)
    {
        var kind = MemberFile.OfficeOf(line.Office);
        var body = kind?.IsOfABody() == true ? Bodies.Find(row => MemberSheet.Same(row.Name, line.Of)) : null;
        var group = kind?.IsOfAGroup() == true ? Groups.Find(row => MemberSheet.Same(row.Name, line.Of)) : null;
        if (kind is not { } office)
        {
            faults.Add($"Office: Enter {Or(Enum.GetValues<OfficeKind>().Select(MemberWords.Of))}");
        }
        else if (office.IsOfABody() && body is null)
        {
            faults.Add(line.Of.Length == 0 ? "Of: Enter the committee or outside body" : $"Of: There is no committee or outside body “{line.Of}”{Near(line.Of, Bodies.Select(row => row.Name))}");
        }
        else if (office.IsOfAGroup() && group is null)
        {
            faults.Add(line.Of.Length == 0 ? "Of: Enter the political group" : $"Of: There is no political group “{line.Of}”{Near(line.Of, Groups.Select(row => row.Name))}");
        }
        else if (!office.IsOfABody() && !office.IsOfAGroup() && line.Of.Length > 0)
        {
            faults.Add($"Of: {MemberWords.Of(office)} is an office of the whole council. Leave it empty");
        }

        var (from, until) = Days(line.From, line.To, faults);
        var person = Person(line.Email, line.Name, mayBeNew: false, faults);
        if (faults.Count > 0)
        {
            return null;
        }

        var title = kind == OfficeKind.ExecutiveMember ? line.Portfolio : "";
        var what = $"{MemberWords.Of(kind!.Value, title, body?.Name ?? group?.Name ?? "")}, {MemberWords.Span(from, until)}";
        var step = new ImportStep(line.Row, $"{person!.Id} {kind} {body?.Id ?? group?.Id} {title} {from:O}", person.FullName, what, from, until);
        var there = Offices.Find(row => row.PersonId == person.Id && row.Kind == kind && row.BodyId == body?.Id && row.GroupId == group?.Id && row.From == from && MemberSheet.Same(row.Title, title));
        return there is not null ? step with { Office = there } : step with { NewOffice = new NewOffice(person.Id, kind.Value, body?.Id ?? "", group?.Id ?? "", title, from, until) };
    }

    private static (DateOnly From, DateOnly? Until) Days(string first, string last, List<string> faults)
    {
        const string Forms = "Write 8 May 2023, 08/05/2023 or 2023-05-08";
        if (!MemberFile.IsDay(first, out var from))
        {
            faults.Add(first.Length == 0 ? "From: Enter the first day" : $"From: “{first}” is no day. {Forms}");
        }

        if (last.Length == 0)
        {
            return (from, null);
        }

        if (!MemberFile.IsDay(last, out var until))
        {
            faults.Add($"To: “{last}” is no day. {Forms}");
        }
        else if (until < from)
        {
            faults.Add("To: Last day must not be before the first");
        }

        return (from, until);
    }

    // By email address, or else by name among those who are or were members. Null without a fault: somebody new.
    private Person? Person(string email, string name, bool mayBeNew, List<string> faults)
    {
        if (email.Length == 0)
        {
            var named = People.FindAll(person => Members.Contains(person.Id) && MemberSheet.Same(person.FullName, name));
            if (named.Count != 1)
            {
                faults.Add(name.Length == 0 ? "Email: Enter the email address" : $"Email: {(named.Count > 1 ? $"{named.Count} members are" : "No member is")} called {name}. Enter the email address");
            }

            return named.Count == 1 ? named[0] : null;
        }

        var address = email.ToUpperInvariant();
        var owners = People.FindAll(person => person.NormalizedEmail == address);
        if (owners is [] && !mayBeNew)
        {
            faults.Add("Email: Nobody has an account with this address");
        }
        else if (owners.Count > 1)
        {
            faults.Add("Email: More than one person has this address");
        }
        else if (owners is [var owner] && name.Length > 0 && !MemberSheet.Same(owner.FullName, name))
        {
            faults.Add($"Email: This is the address of {owner.FullName}. Correct it, or leave the name empty");
        }

        return owners is [var one] ? one : null;
    }

    private static string Words(params string?[] words) => string.Join(", ", words.Where(word => !string.IsNullOrEmpty(word)));

    private static string Or(IEnumerable<string> words)
    {
        List<string> all = [.. words];
        return $"{string.Join(", ", all.SkipLast(1))} or {all[^1]}";
    }

    // What shares a word with it, or begins as it does.
    private static string Near(string wanted, IEnumerable<string> names)
    {
        const int SharedBeginning = 3;
        var words = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > SharedBeginning && !MemberSheet.Same(word, "Committee")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var near = names.Where(name => name.Split(' ').Any(words.Contains) || (wanted.Length >= SharedBeginning && name.StartsWith(wanted[..SharedBeginning], StringComparison.OrdinalIgnoreCase))).Order(StringComparer.CurrentCulture).Take(3).ToList();
        return near.Count == 0 ? "" : $". Is it {string.Join(" or ", near.Select(name => $"“{name}”"))}?";
    }
}

using System.Globalization;
using System.Text;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Importing;

/// <summary>Writes members and their appointments in the form in which they are brought in: those that last today or begin later.</summary>
internal sealed class MemberExport(PortalDb db, WorkingCalendar calendar)
{
    /// <summary>A file in UTF-8 with the columns of its kind. Brought in again it changes nothing.</summary>
    public async Task<byte[]> WriteAsync(MemberFileKind kind, CancellationToken cancellation)
    {
        var text = new StringBuilder(string.Join(',', MemberFile.ColumnsOf(kind))).Append("\r\n");
        foreach (var cells in kind == MemberFileKind.Members ? await MembersAsync(cancellation) : await AppointmentsAsync(cancellation))
        {
            text.AppendJoin(',', cells.Select(CsvText.Cell)).Append("\r\n");
        }

        return CsvText.File(text.ToString());
    }

    private async Task<IReadOnlyList<string[]>> MembersAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var terms = await (from term in db.MemberTerms.AsNoTracking()
                           join person in db.Users.AsNoTracking() on term.PersonId equals person.Id
                           where term.Until == null || term.Until >= today
                           orderby person.FamilyName, person.GivenName, term.From
                           select new { term, person.Email, person.GivenName, person.FamilyName }).ToListAsync(cancellation);
        var wards = await db.MemberWards.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        var groups = await db.PoliticalGroups.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        var memberships = (await db.GroupMemberships.AsNoTracking().OrderBy(row => row.From).ToListAsync(cancellation)).ToLookup(row => row.PersonId);
        return
        [
            .. terms.Select(one => new[]
            {
                one.Email ?? "", one.GivenName, one.FamilyName, MemberWords.Of(one.term.Kind), one.term.WardId is { } ward ? wards[ward] : "",
                memberships[one.term.PersonId].LastOrDefault(row => MemberDays.Overlap(row.From, row.Until, one.term.From > today ? one.term.From : today, one.term.Until)) is { } membership ? groups[membership.GroupId] : "",
                Day(one.term.From), Day(one.term.Until),
            }),
        ];
    }

    private async Task<IReadOnlyList<string[]>> AppointmentsAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var offices = await (from office in db.MemberOffices.AsNoTracking()
                             join person in db.Users.AsNoTracking() on office.PersonId equals person.Id
                             where office.Until == null || office.Until >= today
                             orderby person.FamilyName, person.GivenName, office.From, office.Id
                             select new { office, person.Email, person.GivenName, person.FamilyName }).ToListAsync(cancellation);
        var bodies = await db.MemberBodies.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        var groups = await db.PoliticalGroups.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        return
        [
            .. offices.Select(one => new[]
            {
                one.Email ?? "", $"{one.GivenName} {one.FamilyName}", MemberWords.Of(one.office.Kind), one.office.BodyId is { } body ? bodies[body] : one.office.GroupId is { } group ? groups[group] : "", one.office.Title,
                Day(one.office.From), Day(one.office.Until),
            }),
        ];
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests;

/// <summary>Who of a member's group can sign a request of theirs (MEM-05). Nothing here reads the database.</summary>
/// <param name="HasGroup">Whether the member belongs to a group.</param>
/// <param name="IsWhip">Whether they are its whip.</param>
/// <param name="IsLeader">Whether they lead it.</param>
/// <param name="WhipVacant">Whether nobody is its whip.</param>
/// <param name="LeaderVacant">Whether nobody leads it.</param>
internal readonly record struct Signers(bool HasGroup, bool IsWhip, bool IsLeader, bool WhipVacant, bool LeaderVacant)
{
    /// <summary>Why no whip signs; empty when one does.</summary>
    public string WhipWords => Words(IsWhip, WhipVacant, "whip");

    /// <summary>Why no leader signs; empty when one does.</summary>
    public string LeaderWords => Words(IsLeader, LeaderVacant, "leader");

    private string Words(bool isOwn, bool isVacant, string office) =>
        !HasGroup ? "the member has no political group" : isOwn ? $"the member is the group {office}" : isVacant ? $"the office of the group {office} is vacant, so the Monitoring Officer decides" : "";
}

/// <summary>Writes into a request what follows from its answers, the member's group and budget, and the settings, so that conditions and texts of workflows can name it.</summary>
internal sealed class MemberRequestFigures(PortalDb db, MemberDirectory members, BudgetYears years, BudgetReading budgets, IProviderFacts providers, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>The year out of whose budget a request is paid: that of its first day, and none that is over.</summary>
    public async Task<NamedYear> YearAsync(MemberTrainingRequest request, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        return await years.OfAsync(request.Starts is { } starts && starts > today ? starts : today, cancellation);
    }

    /// <summary>The member's balance of that year; null when they have no budget in it.</summary>
    public async Task<Balance?> BalanceAsync(string personId, MemberTrainingRequest request, CancellationToken cancellation) =>
        await budgets.BalanceAsync(personId, await YearAsync(request, cancellation), cancellation);

    /// <summary>Who can sign for a member today.</summary>
    public async Task<Signers> SignersAsync(string personId, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        if (await members.FindAsync(personId, today, cancellation) is not { GroupId: { } group } member)
        {
            return default;
        }

        var sitting = db.MemberTerms.Where(term => term.From <= today && (term.Until == null || term.Until >= today)).Select(term => term.PersonId);
        var others = await db.MemberOffices
            .Where(office => office.GroupId == group && office.PersonId != personId && office.From <= today && (office.Until == null || office.Until >= today) && sitting.Contains(office.PersonId))
            .Select(office => office.Kind).ToListAsync(cancellation);
        var own = member.Offices.Where(office => office.Row.GroupId == group).Select(office => office.Kind).ToList();
        var (isWhip, isLeader) = (own.Contains(OfficeKind.GroupWhip), own.Contains(OfficeKind.GroupLeader));
        return new Signers(true, isWhip, isLeader, !isWhip && !others.Contains(OfficeKind.GroupWhip), !isLeader && !others.Contains(OfficeKind.GroupLeader));
    }

    public async Task ApplyAsync(ContentItem item, CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<MemberRequestSettings>(cancellation);
        var signers = await SignersAsync(item.Owner!, cancellation);
        var known = await providers.AllAsync(cancellation);
        var balance = await BalanceAsync(item.Owner!, item.As<MemberTrainingRequest>(), cancellation);
        item.Alter<MemberTrainingRequest>(request =>
        {
            var total = request.TotalPence;
            var over = request.Funding.Text == FundingWays.Personal && total > 0 ? (balance ?? default).OverrideFor(total) : 0;
            var name = (request.Provider.Text ?? "").Trim();
            var recognised = known.Any(one => one.IsRecognised && one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            (request.TotalCost.Value, request.OverBudgetPounds.Value) = (Pence.Pounds(total), Pence.Pounds(over));
            (request.HasGroup, request.IsWhip, request.IsLeader) = (Yes(signers.HasGroup), Yes(signers.IsWhip), Yes(signers.IsLeader));
            (request.WhipVacant, request.LeaderVacant) = (Yes(signers.WhipVacant), Yes(signers.LeaderVacant));
            (request.WhipWords.Text, request.LeaderWords.Text) = (signers.WhipWords, signers.LeaderWords);
            (request.AskWhip, request.AskLeader) = (Yes(signers.WhipWords.Length == 0), Yes(signers.LeaderWords.Length == 0));
            (request.IsRecognisedProvider, request.Presumption.Text) = (Yes(recognised), recognised ? rules.Presumption : "");
            (request.SignaturesInOrder, request.AgreeAtOnce) = (Yes(rules.SignaturesInOrder), Yes(rules.AgreeRecognisedAtOnce && recognised && over == 0));
        });

        static BooleanField Yes(bool value) => new() { Value = value };
    }
}

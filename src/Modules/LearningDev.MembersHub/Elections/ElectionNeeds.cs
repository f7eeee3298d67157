using LearningDev.Compliance.Contracts;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Elections;

/// <summary>What somebody who was returned needs next.</summary>
/// <param name="PersonId">The person; null when the account is gone.</param>
/// <param name="Name">Their name.</param>
/// <param name="Seat">The ward, or that they are the Mayor.</param>
/// <param name="IsNew">True for somebody who was no member before.</param>
/// <param name="Training">The mandatory training that is due, by name.</param>
internal sealed record MemberNeeds(string? PersonId, string Name, string Seat, bool IsNew, IReadOnlyList<string> Training);

/// <summary>What those who were returned at an election need next: mandatory training, as Compliance says it for the first day in office.</summary>
internal sealed class ElectionNeeds(PortalDb db, ElectionWork work, IEnumerable<ICompliance> compliance)
{
    public async Task<IReadOnlyList<MemberNeeds>> ReadAsync(ElectionRow election, CancellationToken cancellation)
    {
        var results = await work.ResultsAsync(election.Id, cancellation);
        List<string> people = [.. results.Select(one => one.Result.PersonId).OfType<string>()];
        var from = election.InOfficeFrom ?? election.Day;
        var before = (await db.MemberTerms.Where(term => people.Contains(term.PersonId) && term.From < from && (term.Until == null || term.Until >= election.Day)).Select(term => term.PersonId).ToListAsync(cancellation)).ToHashSet();
        List<(string PersonId, string Training)> due = [];
        foreach (var source in compliance)
        {
            var names = (await source.RulesAsync(cancellation)).ToDictionary(rule => rule.Key, rule => rule.Name);
            due.AddRange((await source.StatesAsync(people, from, cancellation)).Where(state => state.Standing is Standing.Due or Standing.Overdue).Select(state => (state.PersonId, names.GetValueOrDefault(state.RuleKey) ?? state.RuleKey)));
        }

        var byPerson = due.ToLookup(one => one.PersonId, one => one.Training);
        return [.. results.Select(one => new MemberNeeds(
            one.Result.PersonId, one.Result.Name, one.Ward, one.Result.PersonId is not { } person || !before.Contains(person), one.Result.PersonId is { } id ? [.. byPerson[id].Distinct()] : []))];
    }
}

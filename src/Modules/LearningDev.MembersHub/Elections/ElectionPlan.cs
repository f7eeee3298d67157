using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Elections;

/// <summary>Somebody whose term ends with an election.</summary>
/// <param name="Term">The term.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Offices">The offices that end with it, in words.</param>
internal sealed record EndingMember(TermRow Term, DateOnly Until, IReadOnlyList<string> Offices);

/// <summary>Somebody who is returned and was a member before the election.</summary>
/// <param name="Result">The result.</param>
/// <param name="Term">The term that the new one follows.</param>
/// <param name="GroupBefore">The political group before; empty for none.</param>
/// <param name="OfficesUntil">The last day of the offices that they keep for now.</param>
/// <param name="Offices">Those offices, in words.</param>
internal sealed record ReturningMember(ElectionResultRow Result, TermRow Term, string GroupBefore, DateOnly OfficesUntil, IReadOnlyList<string> Offices);

/// <summary>What an election changes, before it is confirmed.</summary>
/// <param name="InOfficeFrom">The day on which those who are returned come into office.</param>
/// <param name="Ending">Whose term ends.</param>
/// <param name="Returning">Who goes on.</param>
/// <param name="Beginning">Who begins.</param>
/// <param name="Faults">What must be put right first, in words.</param>
internal sealed record ElectionPlan(
    DateOnly InOfficeFrom, IReadOnlyList<EndingMember> Ending, IReadOnlyList<ReturningMember> Returning, IReadOnlyList<ElectionResultRow> Beginning, IReadOnlyList<string> Faults);

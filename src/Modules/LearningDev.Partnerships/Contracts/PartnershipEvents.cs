using System.Text.Json.Serialization;
using LearningDev.Platform.Events;

namespace LearningDev.Partnerships.Contracts;

/// <summary>A partnership has begun.</summary>
/// <param name="Facts">What may be known of it.</param>
public sealed record PartnershipBegan(PartnershipFacts Facts) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new("Partnership", Facts.Id, "");

    /// <inheritdoc />
    [JsonIgnore]
    public string Summary => "A partnership began";
}

/// <summary>Everybody who had to has signed the agreement.</summary>
/// <param name="Facts">What may be known of the partnership.</param>
public sealed record PartnershipAgreed(PartnershipFacts Facts) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new("Partnership", Facts.Id, "");

    /// <inheritdoc />
    [JsonIgnore]
    public string Summary => "A partnership was agreed";
}

/// <summary>A partnership has ended.</summary>
/// <param name="Facts">What may be known of it.</param>
/// <param name="End">Why.</param>
public sealed record PartnershipClosed(PartnershipFacts Facts, PartnershipEnd End) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new("Partnership", Facts.Id, "");

    /// <inheritdoc />
    [JsonIgnore]
    public string Summary => "A partnership ended";
}

/// <summary>Somebody chose to have what they learnt in a partnership count in their record (MEN-02). Nothing goes there that they did not choose.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PersonId">Whose record.</param>
/// <param name="KindId">The kind of the partnership.</param>
/// <param name="AsGuide">True when the person was the one who helped.</param>
/// <param name="Minutes">The minutes of meetings that they share.</param>
/// <param name="Reflection">What they learnt, in the words that they chose to share; empty for none. It is not in the audit.</param>
public sealed record PartnershipLearningRecorded(
    string PartnershipId, string PersonId, string KindId, bool AsGuide, int Minutes, [property: JsonIgnore] string Reflection) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new("Partnership", PartnershipId, "");

    /// <summary>The id of what is shared, by which it is taken back.</summary>
    public string SharedId { get; init; } = "";

    /// <inheritdoc />
    [JsonIgnore]
    public string Summary => "Shared learning of a partnership with their record";
}

/// <summary>Somebody took back what they had shared of a partnership: it counts in their record no more.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PersonId">Whose record.</param>
/// <param name="SharedId">What was shared: <see cref="PartnershipLearningRecorded.SharedId"/>.</param>
public sealed record PartnershipLearningTakenBack(string PartnershipId, string PersonId, string SharedId) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new("Partnership", PartnershipId, "");

    /// <inheritdoc />
    [JsonIgnore]
    public string Summary => "Took back learning of a partnership from their record";
}

using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.MembersHub.Requests;

/// <summary>How members' training requests are signed (MEM-05); the settings section "MemberRequestSettings". Conditions of the workflow read what is set here as fields of the request.</summary>
internal sealed class MemberRequestSettings
{
    private const string Strategy = "Member learning and development strategy";

    /// <summary>Whether the group whip, the group leader and the Monitoring Officer sign one after the other. As shipped they are asked at the same time.</summary>
    [Display(Name = "Whip, leader and Monitoring Officer sign one after the other", Description = "Otherwise all three are asked at the same time")]
    public bool SignaturesInOrder { get; set; }

    /// <summary>Whether a request for training of a recognised provider is agreed without signatures. The strategy (4.6) presumes agreement, and asks for the signatures all the same.</summary>
    [Display(Name = "Training of recognised providers is agreed at once", Description = "Without signatures, when it fits into the budget. Otherwise those who sign are told that agreement is presumed"), ProtectedFigure(Strategy)]
    public bool AgreeRecognisedAtOnce { get; set; }

    /// <summary>What those who sign read when the provider is recognised.</summary>
    [Display(Name = "What those who sign read of recognised providers"), Required, StringLength(500)]
    public string Presumption { get; set; } = "The provider is recognised by the council, so there is a general presumption that the request is agreed.";
}

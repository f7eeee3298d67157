using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.MembersHub.Members;

/// <summary>How terms of members begin and end, and what their accounts look like (MEM-02); the settings section "MembersSettings".</summary>
internal sealed class MembersSettings
{
    private const string Election = "Elections";
    private const string Accounts = "Accounts";

    /// <summary>On which day after the ordinary day of election councillors retire and new ones come into office: the fourth (Local Government Act 1972, section 7).</summary>
    [Display(Name = "Days from the election until councillors retire", GroupName = Election, Description = "Those who are not returned retire on that day, and those who are returned come into office on it. 4 by law"), Range(0, 60), SettingUnit("days")]
    [ProtectedFigure("Local Government Act 1972, section 7")]
    public int DaysUntilRetirement { get; set; } = 4;

    /// <summary>When the offices of members who are returned end.</summary>
    [Display(Name = "Offices of members who are returned end", GroupName = Election, Description = "Offices of members who are not returned end with their term")]
    public OfficesEnd OfficesEnd { get; set; } = OfficesEnd.AnnualMeeting;

    /// <summary>How many days before its end a term is shown to Democratic Services as ending soon.</summary>
    [Display(Name = "Show terms that end within", GroupName = Election), Range(1, 365), SettingUnit("days")]
    public int EndsSoonDays { get; set; } = 90;

    /// <summary>The code of the unit to which new accounts belong; empty for none.</summary>
    [Display(Name = "Unit of new members", GroupName = Accounts, Description = "The code of the unit in the structure to which the accounts of new members belong. Leave it empty for none"), StringLength(30)]
    public string Unit { get; set; } = "";

    /// <summary>The key of the role level of new accounts; empty for none.</summary>
    [Display(Name = "Role level of new members", GroupName = Accounts, Description = "The key of the role level that the accounts of new members get. Leave it empty for none"), StringLength(40)]
    public string RoleLevel { get; set; } = "";
}

/// <summary>When the offices of members who are returned at an election end.</summary>
internal enum OfficesEnd
{
    /// <summary>On the day before the annual meeting that follows the election.</summary>
    [Display(Name = "At the annual meeting that follows")]
    AnnualMeeting,

    /// <summary>With the old term.</summary>
    [Display(Name = "At once, with the old term")]
    AtOnce,
}

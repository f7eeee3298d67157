namespace LearningDev.Platform.Hosting;

/// <summary>Where people report weaknesses of the portal to; the settings section "SecuritySettings".</summary>
public sealed class SecuritySettings
{
    /// <summary>
    /// Who is told of a weakness: an email address, or an address that begins with https:, mailto: or tel:. It stands in /.well-known/security.txt;
    /// without it there is no such file.
    /// </summary>
    public string Contact { get; set; } = "";

    /// <summary>The https: address of the council's rules for reporting weaknesses; empty when it has none.</summary>
    public string Policy { get; set; } = "";
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Hosting;

/// <summary>How the portal is reached; the configuration section "Hosting".</summary>
public sealed class PortalHosting
{
    private const string Section = "Hosting";

    /// <summary>True to answer over HTTPS only; unless set, true in the environment Production.</summary>
    public bool RequireHttps { get; set; }

    /// <summary>How many days browsers insist on HTTPS once they have seen the portal (RFC 6797); 365 unless set.</summary>
    public int HstsDays { get; set; } = 365;

    /// <summary>True when browsers shall insist on HTTPS for all hosts below the portal's too.</summary>
    public bool HstsIncludeSubDomains { get; set; }

    /// <summary>The largest request that is taken, in units of 1,000,000 bytes; 30 unless set.</summary>
    public int LargestRequestMegabytes { get; set; } = 30;

    /// <summary>Reads the section.</summary>
    internal static PortalHosting Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var hosting = new PortalHosting { RequireHttps = environment.IsProduction() };
        configuration.GetSection(Section).Bind(hosting);
        return hosting;
    }
}

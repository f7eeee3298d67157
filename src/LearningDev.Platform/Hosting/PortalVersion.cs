using System.Reflection;

namespace LearningDev.Platform.Hosting;

/// <summary>Which build of the portal runs.</summary>
public static class PortalVersion
{
    /// <summary>The version with the mark of the source it was built from, for example "0.1.0+2c7cdb1a".</summary>
    public static string Informational { get; } =
        typeof(PortalVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "not known";
}

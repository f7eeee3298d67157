using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.People.Accounts.Sessions;

/// <summary>What the current request came from.</summary>
internal sealed class Visitor(IHttpContextAccessor http)
{
    /// <summary>The browser and the kind of machine, in plain words.</summary>
    public string Device => DeviceWords.Of(http.HttpContext?.Request.Headers.UserAgent);

    /// <summary>The network, not the address.</summary>
    public string Network => DeviceWords.Network(http.HttpContext?.Connection.RemoteIpAddress);
}

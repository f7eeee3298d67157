using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Hosting;

/// <summary>Marks a page or end-point that costs much to answer, such as a search: how often one may ask is limited.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CostlyAttribute : Attribute;

/// <summary>
/// How often a person, and an address, may ask in a minute; the configuration section "RateLimits". Wide, because a whole council may come from one
/// address. Signing in has narrower ones of its own.
/// </summary>
public sealed class RateLimits
{
    private const string Section = "RateLimits";

    /// <summary>False switches all of them off.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many forms a person may send in a minute.</summary>
    public int PostsPerPerson { get; set; } = 600;

    /// <summary>How many forms may come from one address in a minute.</summary>
    public int PostsPerAddress { get; set; } = 12_000;

    /// <summary>How many costly pages a person may ask for in a minute, suggestions while typing included.</summary>
    public int CostlyPerPerson { get; set; } = 1_200;

    /// <summary>How many costly pages may be asked for from one address in a minute.</summary>
    public int CostlyPerAddress { get; set; } = 30_000;

    internal static RateLimits Of(IConfiguration configuration) => configuration.GetSection(Section).Get<RateLimits>() ?? new RateLimits();

    internal void AddTo(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PerMinute(IsPost, Person, PostsPerPerson),
            PerMinute(IsPost, Address, PostsPerAddress),
            PerMinute(IsCostly, Person, CostlyPerPerson),
            PerMinute(IsCostly, Address, CostlyPerAddress));
    });

    // So many partitions at most, whatever addresses a sender makes up; those that share one share its limit.
    private const int Partitions = 1 << 16;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private PartitionedRateLimiter<HttpContext> PerMinute(Func<HttpContext, bool> isMeant, Func<HttpContext, string?> who, int permits) =>
        PartitionedRateLimiter.Create<HttpContext, int>(context => Enabled && isMeant(context) && !IsErrorPage(context) && who(context) is { } key
            ? RateLimitPartition.GetFixedWindowLimiter(
                (int)((uint)StringComparer.Ordinal.GetHashCode(key) % Partitions),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window })
            : RateLimitPartition.GetNoLimiter(-1));

    private static bool IsPost(HttpContext context) => !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);

    private static bool IsCostly(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<CostlyAttribute>() is not null;

    private static string? Person(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    // Whoever has one IPv6 address has the 2^64 of its network.
    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        var address => address.ToString(),
    };

    // The page that tells of the refusal stands in the refused request.
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Notify;

/// <summary>Where GOV.UK Notify tells what became of a message. Who has not its bearer token learns nothing.</summary>
internal static class ReceiptEndpoint
{
    public const string Address = "/api/notify/receipts";

    private const int LongestReceipt = 16 * 1024;
    private const string Scheme = "Bearer ";

    private static readonly Dictionary<string, NotifyState> States = new()
    {
        ["delivered"] = NotifyState.Delivered,
        ["permanent-failure"] = NotifyState.PermanentFailure,
        ["temporary-failure"] = NotifyState.TemporaryFailure,
        ["technical-failure"] = NotifyState.TechnicalFailure,
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, TakeAsync).AllowAnonymous();

    private static async Task<IResult> TakeAsync(HttpContext http, NotifyOptions options, PortalDb db, TimeProvider time)
    {
        var cancellation = http.RequestAborted;
        var token = await NotifyOptions.SecretAsync(options.CallbackToken, options.CallbackTokenFile, "Notify:CallbackTokenFile", cancellation);
        if (token.Length == 0 || !IsRight(http.Request.Headers.Authorization.ToString(), token))
        {
            return Results.Unauthorized();
        }

        if (http.Request.ContentLength is null or > LongestReceipt || await ReadAsync(http.Request, cancellation) is not { Reference: { Length: > 0 } reference, Status: { } status })
        {
            return Results.BadRequest();
        }

        // Another portal may share the service, and Notify may come to know other states: what is not understood is taken all the same, or Notify would repeat it.
        if (States.TryGetValue(status, out var state))
        {
            var now = time.GetUtcNow().UtcDateTime;
            await db.Set<NotifyHandOver>().Where(row => row.Reference == reference)
                .ExecuteUpdateAsync(row => row.SetProperty(x => x.State, state).SetProperty(x => x.ChangedUtc, now), cancellation);
        }

        return Results.NoContent();
    }

    private static bool IsRight(string authorization, string token) => authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(authorization[Scheme.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static async Task<Receipt?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Receipt>(request.Body, JsonSerializerOptions.Web, cancellation);
        }
        catch (JsonException)
        {
            // Refused by the caller.
            return null;
        }
    }

    private sealed record Receipt(string? Reference, string? Status);
}

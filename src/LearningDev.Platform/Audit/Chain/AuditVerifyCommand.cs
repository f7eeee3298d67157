using System.Globalization;
using LearningDev.Platform.Commands;

namespace LearningDev.Platform.Audit.Chain;

/// <summary>The host's command "audit verify": finds the first row of the audit that is not as it was written.</summary>
internal sealed class AuditVerifyCommand(AuditVerifier verifier) : IHostCommand
{
    private const string FromHead = "--from-head";

    public static HostCommandManifest Manifest { get; } = new(
        "audit verify", $"[{FromHead} COUNT:HASH]", "Checks that no row of the audit was changed, removed, put in or moved.",
        $"""
        {FromHead}  a head of the chain that was kept elsewhere, as the log and the page Running the portal show it: the audit must
                     contain it. Without one the chain is compared with itself only
        """);

    public async Task<bool> RunAsync(HostCommandCall call, CancellationToken cancellation)
    {
        AuditHead? known = call.Arguments switch
        {
            [] => null,
            [FromHead, var text] => AuditHead.TryParse(text, out var head) ? head : throw new HostCommandUsageException($"\"{text}\" is no head: a number, a colon and 64 hexadecimal digits."),
            _ => throw new HostCommandUsageException($"\"{string.Join(' ', call.Arguments)}\" is not understood."),
        };
        var result = await verifier.VerifyAsync(known, cancellation);
        if (result.Fault is not null)
        {
            await call.Error.WriteLineAsync(result.Fault);
            return false;
        }

        await call.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Rows} rows are as they were written."));
        if (result.Chain.StartCount + result.Emptied > 0)
        {
            await call.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Because of their age {result.Chain.StartCount} rows before them have been removed, and {result.Emptied} of them keep no details."));
        }

        await call.Output.WriteLineAsync($"Head: {result.Chain.Head}");
        return true;
    }
}

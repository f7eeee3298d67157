using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Scheduling;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.PostgresTests.Platform;

/// <summary>Two processes on one PostgreSQL database, behind a balancer and under load: one is killed in the middle of a job, and the other carries on.</summary>
[Requirement("ADM-05")]
public class SeveralNodesTests(ITestOutputHelper output)
{
    private const int Readers = 4;
    private const int Writers = 2;
    private static readonly TimeSpan LoadBefore = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LoadAfter = TimeSpan.FromSeconds(5);
    // Well below the limit of forms of one person.
    private static readonly TimeSpan BetweenForms = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Pages = ["/", "/catalogue", "/catalogue?q=managing+stress", "/profile", "/admin/messages"];

    [Fact]
    public async Task Kill_OneOfTwoNodesUnderLoad_FailsOnlyWhatWasInFlightThere()
    {
        await using var nodes = await TwoNodes.StartAsync();
        using var balancer = new PortalBalancer(nodes.East.Address, nodes.West.Address);
        await balancer.Client.SignInAsync("administrator");
        await SettingIsSeenAsync(nodes);
        var form = (await balancer.Client.GetPageAsync("/admin/messages/test")).Form("/admin/messages/test");

        using var enough = new CancellationTokenSource();
        var load = LoadAsync(balancer.Client, form, enough.Token);
        await Task.Delay(LoadBefore);
        var held = await nodes.UntilJobAsync(runs => runs.Where(run => run.Outcome == JobOutcome.Running));
        var victim = nodes.Named(held.Node);
        var killed = DateTime.UtcNow;
        await victim.KillAsync();
        var gone = DateTime.UtcNow;
        await nodes.ReleaseJobAsync();
        await Task.Delay(LoadAfter);
        await enough.CancelAsync();
        await load;

        var requests = balancer.Requests;
        var failed = requests.Where(request => request.Status is null).ToList();
        output.WriteLine(
            $"{requests.Count} requests, {requests.Count(request => request.Method == HttpMethod.Post)} of them forms, {requests.Count(request => request.BegunUtc > gone)} begun after the kill; "
            + $"{failed.Count} failed: {string.Join("; ", failed.Select(request => $"{request.Method} {request.Path} ({(request.EndedUtc - killed).TotalMilliseconds:0} ms after the kill)"))}");
        requests.Where(request => request.EndedUtc < killed).Select(request => request.Node).Distinct().Count().ShouldBe(2);
        failed.ShouldAllBe(request => request.Node == victim.Address && request.BegunUtc <= gone && request.EndedUtc >= killed);
        requests.Where(request => request.Status is { } status && (int)status >= 400).ShouldBeEmpty();
        requests.Where(request => request.BegunUtc > gone).Select(request => request.Node).Distinct().ShouldBe([(victim == nodes.East ? nodes.West : nodes.East).Address]);
        await JobIsTakenOverAsync(nodes, held, gone);
        await LettersArriveAsync(nodes, requests);
        (await nodes.AuditFaultAsync()).ShouldBeNull();
    }

    private async Task SettingIsSeenAsync(TwoNodes nodes)
    {
        using var atEast = await nodes.East.SignedInAsAsync("administrator");
        using var atWest = await nodes.West.SignedInAsAsync("administrator");
        await atWest.GetPageAsync("/admin");
        var page = (await atEast.GetPageAsync("/admin/settings/site")).Form("/admin/settings/site");
        using var answer = await atEast.SubmitAsync(page, ("Form.SiteName", "Learning at both nodes"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var watch = Stopwatch.StartNew();
        var stale = TimeSpan.Zero;
        for (var asked = watch.Elapsed; !(await atWest.GetPageAsync("/admin")).Title!.Contains("Learning at both nodes", StringComparison.Ordinal); asked = watch.Elapsed)
        {
            stale = asked;
            stale.ShouldBeLessThan(TimeSpan.FromSeconds(1), "A request that was begun so long after the change had been answered did not see it.");
        }

        output.WriteLine($"The last request at the other node that did not see a changed setting was begun {stale.TotalMilliseconds:0} ms after the change");
    }

    private static async Task LoadAsync(HttpClient client, IHtmlFormElement form, CancellationToken enough)
    {
        await Task.WhenAll([.. Enumerable.Range(0, Readers).Select(ReadAsync), .. Enumerable.Range(0, Writers).Select(WriteAsync)]);

        async Task ReadAsync(int first)
        {
            for (var number = first; !enough.IsCancellationRequested; number++)
            {
                await AskAsync(() => client.GetAsync(new Uri(Pages[number % Pages.Length], UriKind.Relative), CancellationToken.None));
            }
        }

        async Task WriteAsync(int _)
        {
            using var pace = new PeriodicTimer(BetweenForms);
            while (!enough.IsCancellationRequested)
            {
                await AskAsync(() => client.SubmitAsync(form));
                await pace.WaitForNextTickAsync(CancellationToken.None);
            }
        }

        static async Task AskAsync(Func<Task<HttpResponseMessage>> ask)
        {
            try
            {
                using var answer = await ask();
            }
            catch (HttpRequestException)
            {
                // The balancer has it recorded, and the test asks whether it may have failed.
            }
        }
    }

    private async Task JobIsTakenOverAsync(TwoNodes nodes, JobRun held, DateTime gone)
    {
        var again = await nodes.UntilJobAsync(runs => runs.Where(run => run.BeganUtc > gone && run.Outcome == JobOutcome.Done));
        var interrupted = await nodes.UntilJobAsync(runs => runs.Where(run => run.Id == held.Id));
        output.WriteLine($"The job that ran at {held.Node} ran again at {again.Node} {(again.BeganUtc - gone).TotalSeconds:0.0} s after the kill");
        again.Node.ShouldNotBe(held.Node);
        interrupted.Outcome.ShouldBe(JobOutcome.Interrupted);
    }

    private async Task LettersArriveAsync(TwoNodes nodes, IReadOnlyCollection<BalancedRequest> requests)
    {
        var watch = Stopwatch.StartNew();
        await nodes.Database.UntilSentAsync();
        var forms = requests.Where(request => request.Method == HttpMethod.Post && request.Path == "/admin/messages/test").ToList();
        var unanswered = forms.Count(form => form.Status is null);
        var asked = await nodes.Database.IdsAsync();
        var letters = (await nodes.Mail.LettersAsync()).Select(letter => letter.MessageId.Split('@')[0]).ToList();
        output.WriteLine($"{forms.Count - unanswered} letters asked for, {letters.Count} came, the last {watch.Elapsed.TotalSeconds:0.0} s after the load had ended");
        asked.Count.ShouldBeInRange(forms.Count - unanswered, forms.Count, "What was answered was kept, and nothing was done twice.");
        asked.Except(letters).ShouldBeEmpty("These letters are lost.");
        letters.Count.ShouldBeLessThanOrEqualTo(asked.Count + 1, "Only the letter that the killed node was just sending may come twice.");
    }
}

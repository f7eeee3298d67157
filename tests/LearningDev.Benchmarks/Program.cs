using System.Globalization;
using LearningDev.Benchmarks;

var number = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var given) && given > 0 ? given : (int?)null;
var database = Array.IndexOf(args, "--database") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : "sqlite";
var postgres = database == "postgres";
switch (args.FirstOrDefault())
{
    case "start":
        await StartBenchmark.RunAsync(number ?? 5);
        return 0;
    case "pages":
        await PagesBenchmark.RunAsync(number ?? 300);
        return 0;
    case "relevance":
        return await RelevanceBenchmark.RunAsync([.. args.Skip(1).Where(arg => arg != "--database" && arg != database)], postgres);
    default:
        Console.Error.WriteLine("Say what to measure: start [runs] or pages [requests]. See tests/LearningDev.Benchmarks/README.md.");
        return 2;
}

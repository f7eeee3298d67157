using System.Globalization;
using LearningDev.Benchmarks;

var number = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var given) && given > 0 ? given : (int?)null;
switch (args.FirstOrDefault())
{
    case "start":
        await StartBenchmark.RunAsync(number ?? 5);
        return 0;
    case "pages":
        await PagesBenchmark.RunAsync(number ?? 300);
        return 0;
    case "import" when args.Length == 2:
        await ImportBenchmark.RunAsync(args[1]);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: start [runs], pages [requests] or import FILE. See tests/LearningDev.Benchmarks/README.md.");
        return 2;
}

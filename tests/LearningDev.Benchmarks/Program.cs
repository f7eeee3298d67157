using System.Globalization;
using LearningDev.Benchmarks;

const string Usage = """
    Say what to measure; tests/LearningDev.Benchmarks/README.md says what it means.
      audit [--rows N] [--commits N] [--database sqlite|postgres]
      desk [--items N] [--database sqlite|postgres]
      history [--items N] [--versions N] [--database sqlite|postgres]
      import FILE
      members [--resources N] [--database sqlite|postgres]
      matching [--mentees N] [--mentors N]
      matrix [--members N] [--committees N] [--database sqlite|postgres]
      partnerships [--count N] [--database sqlite|postgres]
      start [RUNS]
      pages [--entries N] [--requests N]
      relevance FOLDER… [--database sqlite|postgres]
      sheet [--rows N]
      search-scale [--documents N] [--database sqlite|postgres]
      workflows [--cases N] [--database sqlite|postgres]
    """;

var options = new Dictionary<string, string>();
var words = new List<string>();
for (var place = 1; place < args.Length; place++)
{
    if (args[place].StartsWith("--", StringComparison.Ordinal) && place + 1 < args.Length)
    {
        options[args[place]] = args[++place];
    }
    else
    {
        words.Add(args[place]);
    }
}

var postgres = options.GetValueOrDefault("--database") == "postgres";
switch (args.FirstOrDefault())
{
    case "audit":
        await AuditBenchmark.RunAsync(Number(options.GetValueOrDefault("--rows")) ?? 100_000, Number(options.GetValueOrDefault("--commits")) ?? 4000, postgres);
        return 0;
    case "desk":
        await DeskBenchmark.RunAsync(Number(options.GetValueOrDefault("--items")) ?? 100_000, postgres);
        return 0;
    case "history":
        await HistoryBenchmark.RunAsync(Number(options.GetValueOrDefault("--items")) ?? 100_000, Number(options.GetValueOrDefault("--versions")) ?? 50, postgres);
        return 0;
    case "members":
        await MembersHubBenchmark.RunAsync(Number(options.GetValueOrDefault("--resources")) ?? 5000, postgres);
        return 0;
    case "matching":
        MatchingBenchmark.Run(Number(options.GetValueOrDefault("--mentees")) ?? 500, Number(options.GetValueOrDefault("--mentors")) ?? 300);
        return 0;
    case "partnerships":
        await PartnershipsBenchmark.RunAsync(Number(options.GetValueOrDefault("--count")) ?? 10_000, postgres);
        return 0;
    case "matrix":
        await MatrixBenchmark.RunAsync(Number(options.GetValueOrDefault("--members")) ?? 100, Number(options.GetValueOrDefault("--committees")) ?? 20, postgres);
        return 0;
    case "start":
        await StartBenchmark.RunAsync(Number(words.FirstOrDefault()) ?? 5);
        return 0;
    case "pages":
        await PagesBenchmark.RunAsync(Number(options.GetValueOrDefault("--entries")) ?? 5000, Number(options.GetValueOrDefault("--requests")) ?? 1000);
        return 0;
    case "relevance":
        return await RelevanceBenchmark.RunAsync(words, postgres);
    case "search-scale":
        await ScaleBenchmark.RunAsync(Number(options.GetValueOrDefault("--documents")) ?? 100_000, postgres);
        return 0;
    case "sheet":
        await SheetBenchmark.RunAsync(Number(options.GetValueOrDefault("--rows")) ?? 10_000);
        return 0;
    case "workflows":
        await WorkflowsBenchmark.RunAsync(Number(options.GetValueOrDefault("--cases")) ?? 100_000, postgres);
        return 0;
    case "import" when words is [var file]:
        await ImportBenchmark.RunAsync(file);
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}

static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

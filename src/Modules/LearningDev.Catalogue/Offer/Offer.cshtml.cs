using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Offer;

/// <summary>The development offer at each level, as the leadership framework has it (CAT-06).</summary>
[RequiresPermission("ViewCatalogue")]
internal sealed class OfferModel(OfferService offers) : PageModel
{
    public DevelopmentOffer Offer { get; private set; } = null!;

    /// <summary>What is shown, in words: "Leadership and management", or "All learning".</summary>
    public string Subject { get; private set; } = "";

    public async Task OnGetAsync([FromQuery] string? topic, [FromQuery] string? pillar, [FromQuery] string? level, CancellationToken cancellation)
    {
        // An empty choice of a form is "all"; one that is not in the address is "as the council has set it".
        Offer = await offers.BuildAsync(
            topic ?? (Request.Query.ContainsKey("topic") ? "" : null), pillar ?? (Request.Query.ContainsKey("pillar") ? "" : null), level, cancellation);
        var names = new[]
        {
            Offer.Topics.FirstOrDefault(value => value.Value == Offer.Choice.Topic)?.Name,
            Offer.Pillars.FirstOrDefault(value => value.Value == Offer.Choice.Pillar)?.Name,
        }.OfType<string>().ToList();
        Subject = names.Count == 0 ? "All learning" : string.Join(", ", names);
    }

    /// <summary>The address of the offer for a choice.</summary>
    public static string UrlOf(OfferChoice choice) => CatalogueLinks.Offer + QueryString.Create(
        new Dictionary<string, string?> { ["topic"] = choice.Topic, ["pillar"] = choice.Pillar, ["level"] = choice.Level }
            .Where(pair => pair.Key != "level" || pair.Value!.Length > 0));

    /// <summary>"All 23 for heads of service".</summary>
    public static string AllWords(OfferRow row) =>
        $"{(row.Total == 1 ? "The 1" : $"All {row.Total}")} for {char.ToLowerInvariant(row.Level.Name[0])}{row.Level.Name[1..]}";
}

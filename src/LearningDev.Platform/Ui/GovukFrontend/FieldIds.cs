using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>
/// The ids of a page's fields by name, in the order in which they stand, for the error summary to link to. A field of several inputs
/// has here the id of the one to go to.
/// </summary>
internal static class FieldIds
{
    public static OrderedDictionary<string, string> Of(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(FieldIds)] is not OrderedDictionary<string, string> ids)
        {
            ids = new OrderedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            view.HttpContext.Items[typeof(FieldIds)] = ids;
        }

        return ids;
    }
}

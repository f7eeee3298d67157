namespace LearningDev.Platform.Ui.Errors;

/// <summary>What a person is told about a status code.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Paragraphs">What happened and what can be done, a paragraph each.</param>
internal sealed record Problem(string Title, params IReadOnlyList<string> Paragraphs)
{
    /// <summary>The words for an HTTP status code, 400 to 599.</summary>
    public static Problem Of(int code) => code switch
    {
        400 => new(
            "This page could not be used",
            "The form may have been open for too long, or you may have signed in or out in another tab.",
            "Go back, reload the page and send the form again. What you typed may need to be typed again."),
        403 => new(
            "You cannot see this page",
            "Your account does not have permission to see this page or to do this.",
            "If you need it for your work, ask your manager or the learning and development team."),
        404 => new(
            "Page not found",
            "If you typed the web address, check it is correct.",
            "If you pasted the web address, check you copied the entire address.",
            "The page may have been moved or taken down, or it may be for other people only."),
        405 => new(
            "This could not be done",
            "The page that you asked for cannot be used in this way.",
            "Go back and try again."),
        409 => new(
            "Somebody else changed this at the same time",
            "Your change was not saved, so that theirs is not lost.",
            "Go back, reload the page to see what is there now, and make your change again."),
        413 => new(
            "The file is too big",
            "Go back and choose a smaller file."),
        429 => new(
            "Too many attempts",
            "You have done this many times in a short while, so we have paused it to keep the service safe.",
            "Wait a minute and try again."),
        503 => new(
            "The service is not available",
            "You can use it again later. What you had saved is safe."),
        >= 500 => new(
            "Sorry, there is a problem with the service",
            "Try again later. What you sent a moment ago was not saved."),
        _ => new(
            "This could not be done",
            "Go back and try again."),
    };
}

namespace LearningDev.Platform.Email;

/// <summary>How letters leave the portal; the configuration's section "Email".</summary>
internal sealed class EmailOptions
{
    /// <summary>The mail server. Without a host, letters are written as files.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>The address that letters come from.</summary>
    public string From { get; set; } = "learning@localhost";

    /// <summary>The name that letters come from; empty for the portal's name.</summary>
    public string FromName { get; set; } = "";

    /// <summary>The address that answers go to; empty for <see cref="From"/>.</summary>
    public string ReplyTo { get; set; } = "";

    /// <summary>How many letters are kept as files when there is no mail server; the oldest are deleted.</summary>
    public int KeptLetters { get; set; } = 200;
}

/// <summary>The mail server; the configuration's section "Email:Smtp".</summary>
internal sealed class SmtpOptions
{
    /// <summary>The server's name or address; empty when there is none.</summary>
    public string Host { get; set; } = "";

    /// <summary>The port; 0 for 465 with TLS, 587 with STARTTLS and 25 without encryption.</summary>
    public int Port { get; set; }

    /// <summary>How the connection is encrypted.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>The account at the server; empty to send without signing in.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The account's password.</summary>
    public string Password { get; set; } = "";

    /// <summary>A file that holds the account's password, as container platforms give secrets; used when <see cref="Password"/> is empty.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>A PEM file of certificate authorities that are trusted for this server beside those of the machine; empty for none.</summary>
    public string AuthorityFile { get; set; } = "";

    /// <summary>How long the server may take for an answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The port that is used.</summary>
    public int UsedPort => Port > 0 ? Port : Security switch { SmtpSecurity.Tls => 465, SmtpSecurity.StartTls => 587, _ => 25 };
}

/// <summary>How the connection to the mail server is encrypted.</summary>
internal enum SmtpSecurity
{
    /// <summary>Not at all: only for a server on the same machine.</summary>
    None,

    /// <summary>By the command STARTTLS (RFC 3207), without which nothing is sent.</summary>
    StartTls,

    /// <summary>From the first byte (RFC 8314).</summary>
    Tls,
}

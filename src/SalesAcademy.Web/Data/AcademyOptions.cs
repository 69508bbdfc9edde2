namespace SalesAcademy.Web.Data;

/// <summary>Where the academy keeps things; section Academy of the configuration.</summary>
public sealed class AcademyOptions
{
    public const string Section = "Academy";

    /// <summary>The data folder.</summary>
    public string Data { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; null keeps SQLite files in the data folder.</summary>
    public string? Database { get; set; }

    /// <summary>A Redis connection string for the SignalR backplane of several nodes; null with one node.</summary>
    public string? Redis { get; set; }

    /// <summary>The folder of courses and policies.</summary>
    public string Content { get; set; } = "content";

    /// <summary>The organisation's time zone (IANA), in which every rule counts days.</summary>
    public string Zone { get; set; } = "Asia/Shanghai";

    /// <summary>The public address, such as https://academy.example; certificates carry it. Null takes the request's own.</summary>
    public Uri? Address { get; set; }

    /// <summary>Whether sign-in needs https, as it does in production unless said otherwise; a trial on one machine may do without.</summary>
    public bool? Https { get; set; }

    /// <summary>What the numbers of certificates begin with.</summary>
    public string CertificatePrefix { get; set; } = "LT";

    /// <summary>Addresses or networks of proxies whose X-Forwarded headers are believed, beside those on this machine.</summary>
    public IReadOnlyList<string> Proxies { get; set; } = [];

    /// <summary>Fills an empty database with the demo organisation and lists its cast on the sign-in page.</summary>
    public bool Demo { get; set; }

    /// <summary>
    /// A file outside the data folder to which the newest hash of the trunk is appended, or a folder for it: best on another machine, where whoever
    /// can change the database cannot. Null keeps none, and a chain forged from end to end would not show.
    /// </summary>
    public string? Anchor { get; set; }

    /// <summary>Days from asking for somebody's erasure to its day, in which it can be called off.</summary>
    public int ErasureDays { get; set; } = 30;

    /// <summary>The folder in which every edition of the content is kept.</summary>
    public string Archive => DataFile("archive");

    /// <summary>The folder of recorded pitches.</summary>
    public string Recordings => DataFile("recordings");

    /// <summary>The folder of files that were sent and wait for somebody to say yes to what they would do; an hour at most.</summary>
    public string Uploads => DataFile("uploads");

    public string DataFile(string name) => Path.Combine(Data, name);

    /// <summary>Reads the section; relative folders stand beside the content: at the top of a checkout, or next to a published build.</summary>
    public static AcademyOptions Read(IConfiguration configuration, string contentRoot)
    {
        var options = configuration.GetSection(Section).Get<AcademyOptions>() ?? new AcademyOptions();
        var home = HomeAbove(contentRoot, options.Content);
        options.Data = Path.GetFullPath(Path.Combine(home, options.Data));
        options.Content = Path.GetFullPath(Path.Combine(home, options.Content));
        options.Anchor = string.IsNullOrWhiteSpace(options.Anchor) ? null : Path.GetFullPath(Path.Combine(home, options.Anchor));
        return options;
    }

    private static string HomeAbove(string folder, string content)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, content, "academy.yml")))
                return at.FullName;
        return folder;
    }
}

using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>Something the academy does from the command line instead of serving.</summary>
internal interface ICommand
{
    /// <summary>Its words, such as "content check".</summary>
    string Name { get; }

    /// <summary>One line: arguments and what it does.</summary>
    string Usage { get; }

    /// <summary>Returns the exit code.</summary>
    Task<int> Run(WebApplication app, IReadOnlyList<string> arguments);
}

internal static class CommandLine
{
    private static readonly string[] Help = ["--help", "-h", "-?", "/?"];

    /// <summary>Options such as --urls go to the host; the first other word names a command, and so does the wish for help.</summary>
    public static bool IsOption(string argument) => !Help.Contains(argument) && (argument.StartsWith('-') || argument.Contains('=', StringComparison.Ordinal));

    /// <summary>Runs the command named on the command line; null when there is none and the academy should serve.</summary>
    public static async Task<int?> Run(WebApplication app, string[] arguments)
    {
        var words = arguments.SkipWhile(IsOption).ToArray();
        if (words.Length == 0)
            return null;
        var commands = app.Services.GetServices<ICommand>().OrderBy(c => c.Name, StringComparer.Ordinal).ToArray();
        if (commands.FirstOrDefault(c => words.Take(2).SequenceEqual(c.Name.Split(' '))) is { } command)
            return await Run(app, command, words[2..]);
        var isAsked = Help.Contains(words[0]) || words[0] == "help";
        var told = isAsked ? Console.Out : Console.Error;
        await told.WriteLineAsync((isAsked ? "" : $"There is no command '{string.Join(' ', words.Take(2))}'. ") + "Without a command the academy serves. Commands:");
        foreach (var known in commands)
            await told.WriteLineAsync($"  {known.Name} {known.Usage}");
        return isAsked ? 0 : 2;
    }

    /// <summary>Says why a command goes no further; gives the exit code.</summary>
    public static int Stop(int code, string reason)
    {
        Console.Error.WriteLine(reason);
        return code;
    }

    private static async Task<int> Run(WebApplication app, ICommand command, string[] arguments)
    {
        try
        {
            return await command.Run(app, arguments);
        }
        catch (DataFolderException taken)
        {
            await Console.Error.WriteLineAsync(taken.Message);
            return 1;
        }
    }
}

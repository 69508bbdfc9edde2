using System.Text.RegularExpressions;

namespace SalesAcademy.Browser.Tests.Pages;

/// <summary>Finds Latin words in a Chinese page: in its text, its labels and its title, where neither people's data nor a foreign language nor what a machine wrote (code) is marked, and nothing is being written.</summary>
internal sealed partial class LatinWords(IEnumerable<string> data)
{
    private const string EverythingSaid = """
        () => {
          const isChinese = element => (element.closest('[lang]')?.lang ?? 'zh').startsWith('zh');
          const said = [document.title];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode())
            if (!texts.currentNode.parentElement.closest('script, style, code, textarea') && isChinese(texts.currentNode.parentElement)) said.push(texts.currentNode.data);
          for (const name of ['placeholder', 'aria-label', 'title', 'alt'])
            for (const element of document.querySelectorAll(`[${name}]`))
              if (isChinese(element)) said.push(element.getAttribute(name));
          return said;
        }
        """;

    private static readonly HashSet<string> Allowed = new(["SalesAcademy", "EN", "PDF", "ZIP", "CSV", "XLSX", "CRM", "IT", "PPT", "Ctrl", "localhost"], StringComparer.Ordinal);

    private readonly string[] data = [.. data.Where(text => text.Length > 0).Distinct().OrderByDescending(text => text.Length)];

    public async Task<IReadOnlyList<string>> Faults(Person person)
    {
        var said = await person.Page.EvaluateAsync<string[]>(EverythingSaid);
        return [.. said.SelectMany(WordsIn).Distinct().Select(word => $"says “{word}” in Chinese")];
    }

    private IEnumerable<string> WordsIn(string text)
    {
        var own = data.Aggregate(text, (rest, known) => rest.Replace(known, " ", StringComparison.Ordinal));
        return Token().Matches(own).Select(token => token.Value).Where(token => !token.Any(char.IsDigit) && !token.Contains('@'))
            .SelectMany(token => Word().Matches(token).Select(word => word.Value)).Where(word => !Allowed.Contains(word));
    }

    // What holds a figure is a number or a name of something; what holds an at sign is an address.
    [GeneratedRegex("[A-Za-z0-9@._/+-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}

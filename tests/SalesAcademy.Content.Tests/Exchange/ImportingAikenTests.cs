namespace SalesAcademy.Content.Tests.Exchange;

public sealed class ImportingAikenTests : IDisposable
{
    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void Questions_become_choices()
    {
        var outcome = content.Import("\uFEFFWhat ends\r\na call?\r\nA. A smile\r\nB) A date\r\nC. {{A song}}\r\nANSWER: B\r\n\r\nWho leads?\r\na) The seller\r\nb) The buyer\r\nanswer: b", format: "aiken");

        Assert.Equal("## What ends a call? {#what-ends-a-call competency=opening}\n\n- [ ] A smile\n- [x] A date\n- [ ] \\{{A song}}\n\n## Who leads? {#who-leads competency=opening}\n\n- [ ] The seller\n- [x] The buyer\n", outcome.Questions());
        Assert.Equal(["q.txt:1: taken as #what-ends-a-call", "q.txt:8: taken as #who-leads", "2 questions: 2 taken, 0 taken with a warning, 0 refused"], outcome.Report.Take(3));
        content.Taken(outcome);
    }

    [Theory]
    [InlineData("Q\nA. a\nB. b\nANSWER: C", "q.txt:1: refused: ANSWER: names C, which is no option")]
    [InlineData("Q\nA. a\nB. b\nANSWER: A, B", "q.txt:1: refused: ANSWER: names no letter, or several: Aiken has one right option")]
    [InlineData("Q\nA. a\nB. b\n\nR\nA. a\nB. b\nANSWER: A", "q.txt:1: refused: it does not end in ANSWER: and a letter")]
    [InlineData("Q\nA. a\nB. b", "q.txt:1: refused: it does not end in ANSWER: and a letter")]
    [InlineData("Q\nA. a\nA. b\nANSWER: A", "q.txt:1: refused: a letter stands before two options")]
    [InlineData("Q\nA. a\nANSWER: A", "q.txt:1: refused: a question has 2 to 10 options")]
    [InlineData("ANSWER: A", "q.txt:1: refused: no question stands above the answer; ANSWER: names A, which is no option")]
    [InlineData("Q\nA.\nB. b\nANSWER: A", "q.txt:1: refused: an option is empty")]
    public void What_is_no_question_is_refused_with_its_line(string text, string line) => Assert.Equal(line, content.Import(text, format: "aiken").Report[0]);
}

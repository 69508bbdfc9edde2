namespace SalesAcademy.Content;

/// <summary>Words that coaches of the academy use often, to begin a note with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the button says.</param>
/// <param name="Text">What it puts into the note.</param>
public sealed record NoteSnippet(string Id, Localised<string> Name, Localised<string> Text);

using Karvan.Web.Components.Texts;

namespace Karvan.Web.Modules;

/// <summary>How a value that is kept as a code, an amount in its smallest unit or a structure is read out to people.</summary>
/// <param name="Field">Record and field, as in the record of changes.</param>
public sealed record ReadValue(string Field, Func<string, PageTexts, Said> Words);

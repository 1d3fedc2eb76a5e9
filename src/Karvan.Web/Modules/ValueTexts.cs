namespace Karvan.Web.Modules;

/// <summary>Where the words for the values of a field stand.</summary>
/// <param name="Field">The record's name and the field's, as in <c>Enterprise.State</c>; or the field's alone, for every record.</param>
/// <param name="KeyStart">What stands before the value in the keys of the texts.</param>
internal sealed record ValueTexts(string Field, string KeyStart);

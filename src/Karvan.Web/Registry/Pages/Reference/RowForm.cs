using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>A row of a list as it is typed.</summary>
public abstract class RowForm<TRow>
    where TRow : ReferenceRow
{
    public string? Source { get; set; }

    public bool IsExample { get; set; }

    public virtual void Load(TRow row) => (Source, IsExample) = (row.Source, row.IsExample);

    /// <returns>Null when something typed cannot be read; the errors then say what.</returns>
    public abstract IReferenceEntry<TRow>? Read(ModelStateDictionary errors);

    /// <summary>The field that a refusal is about.</summary>
    public abstract string FieldOf(ReferenceRefusal refusal);

    /// <summary>Every page of a row holds its form under one name.</summary>
    internal static string Path(string field) => "Form." + field;

    protected static DateOnly? ReadDay(string? typed, string field, ModelStateDictionary errors)
    {
        if (SolarDate.TryParse(typed, out var day))
        {
            return day;
        }
        if (!string.IsNullOrWhiteSpace(typed))
        {
            errors.AddModelError(Path(field), "field.date");
        }
        return null;
    }

    protected static int? Count(string? typed, string field, ModelStateDictionary errors)
    {
        if (
            int.TryParse(
                PersianText.LatinDigits(typed ?? "").Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
        )
        {
            return count;
        }
        errors.AddModelError(Path(field), "field.number");
        return null;
    }

    protected static string Text(DateOnly? day) => day is { } d ? SolarDate.Text(d) : "";
}

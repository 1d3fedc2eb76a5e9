using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Karvan.Links;

/// <summary>Reads the address of a page off its file, as Razor Pages does under the conventions of <c>ModulePages</c>.</summary>
internal static class PageFile
{
    private static readonly Regex Place = new(
        @"^[A-Z][A-Za-z]*/Pages/(?<name>[A-Za-z/]+)\.cshtml$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private static readonly Regex Directive = new(
        "^@page(\\s+\"(?<template>[^\"]*)\")?\\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    /// <returns>The name of the page below its module's folder, <c>Enterprises/Edit</c>, and the template of its address; an empty name for what is no page.</returns>
    public static (string Name, string Template) Address(
        string project,
        string path,
        SourceText? text
    )
    {
        var place = Place.Match(
            path.StartsWith(project, StringComparison.Ordinal)
                ? path.Substring(project.Length).Replace('\\', '/').TrimStart('/')
                : path
        );
        if (!place.Success || text is null)
        {
            return ("", "");
        }
        var page = text
            .Lines.Select(line => Directive.Match(line.ToString()))
            .FirstOrDefault(match => match.Success);
        if (page is null)
        {
            return ("", "");
        }
        var name = place.Groups["name"].Value;
        return (name, Template(name, page.Groups["template"].Value));
    }

    /// <summary>A template that begins at the root stands for itself; another one follows the place of the file.</summary>
    private static string Template(string name, string stated)
    {
        if (stated.StartsWith("/", StringComparison.Ordinal))
        {
            return stated;
        }
        var segments = name.ToLowerInvariant().Split('/').ToList();
        if (string.Equals(segments[segments.Count - 1], "index", StringComparison.Ordinal))
        {
            segments.RemoveAt(segments.Count - 1);
        }
        if (stated.Length > 0)
        {
            segments.Add(stated);
        }
        return "/" + string.Join("/", segments);
    }
}

using Karvan.Platform.People;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>Words of messages to applicants and promoters, in their language; made where texts are.</summary>
public interface IPromoterLetters
{
    /// <summary>Of the state the application has come to, with the question or reason if there is one.</summary>
    (string Title, string Text) About(Person person, PromoterState state, string? remark);

    /// <summary>Back in the databank after a suspension.</summary>
    (string Title, string Text) Returned(Person person);
}

using Karvan.Platform.People;

namespace Karvan.Platform.Accounts;

/// <summary>Words of a message, in the language of who gets it; made where texts are.</summary>
public interface ILetters
{
    (string Title, string Text) ConfirmEmail(Person person, string token);

    /// <summary>To somebody who signs up again: they have an account already.</summary>
    (string Title, string Text) AlreadyJoined(Person person);

    (string Title, string Text) ResetPassword(Person person, string token);

    /// <summary>To the new address.</summary>
    (string Title, string Text) ChangeEmail(Person person, string email, string token);

    /// <summary>To the address that was theirs before.</summary>
    (string Title, string Text) EmailChanged(Person person);

    /// <summary>After several wrong tries.</summary>
    (string Title, string Text) LockedOut(Person person);

    /// <summary>To staff, from a device that was not seen before.</summary>
    (string Title, string Text) SignedIn(Person person, Session session);

    (string Title, string Text) SecondFactorReset(Person person, string reason);

    (string Title, string Text) AccountLocked(Person person, string reason);

    (string Title, string Text) AccountUnlocked(Person person, string reason);

    /// <param name="language">Of whoever invites: who is invited has not chosen one.</param>
    (string Title, string Text) Invitation(Invitation invitation, string token, string language);
}

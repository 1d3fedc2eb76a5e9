namespace Karvan.Platform.Backups;

/// <summary>A backup or restore that cannot be done as asked, and wrote nothing; the message says what was found, what was expected, and what to do.</summary>
public sealed class UnusableBackupException(string message) : Exception(message);

namespace Karvan.Platform.Backups;

/// <summary>Is told which stage a backup or a restore is at, and how far it has come.</summary>
public interface IBackupWatch
{
    /// <param name="stage">What is being done, such as <c>copying</c>.</param>
    /// <param name="things">What is counted, in the plural.</param>
    /// <param name="total">How many there will be; 0 where nobody knows.</param>
    void Begin(string stage, string things = "", long total = 0);

    void Report(long things);
}

/// <summary>Where nobody looks.</summary>
public sealed class NoWatch : IBackupWatch
{
    public static readonly NoWatch Instance = new();

    public void Begin(string stage, string things = "", long total = 0) { }

    public void Report(long things) { }
}

namespace Karvan.Testing.Kills;

/// <summary>Changes one firm's form again and again, each time to the next number.</summary>
internal sealed class Saver(Caller caller, Guid firm, Acknowledged acknowledged, Moments moments)
    : IClient
{
    private const string Field = "Profile.Employees";
    private const int First = 1000;

    private readonly SavedForm saved = acknowledged.Saves.GetOrAdd(
        firm,
        _ => new SavedForm { Asked = First, Kept = 0 }
    );

    public async Task Step()
    {
        var path = $"/enterprises/{firm}/edit";
        var form =
            await caller.Form(path)
            ?? throw new StrangeAnswerException($"{path} sent its reader elsewhere.");
        form.RemoveAll(f => f.Key is Field);
        var number = saved.Asked + 1;
        saved.Asked = number;
        moments.Now(Moment.Save);
        if (await caller.Post(path, [.. form, new(Field, $"{number}")]))
        {
            (saved.Kept, saved.Done) = (number, saved.Done + 1);
        }
    }
}

/// <summary>Somebody at work, one step at a time.</summary>
internal interface IClient
{
    Task Step();
}

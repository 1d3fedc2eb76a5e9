using Karvan.Platform.Papers;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>What the page of a paper does with it.</summary>
public sealed class PaperWork(EditPaper edit, NumberPaper number, WithdrawPaper withdraw)
{
    public EditPaper Edit => edit;

    public NumberPaper Number => number;

    public WithdrawPaper Withdraw => withdraw;
}

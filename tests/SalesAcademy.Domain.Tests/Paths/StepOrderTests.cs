using SalesAcademy.Domain.Paths;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Paths;

public sealed class StepOrderTests
{
    private static readonly Milestone Process = new(MilestoneKind.Course, "process");
    private static readonly Milestone Leads = new(MilestoneKind.Course, "leads");
    private static readonly Milestone Certified = new(MilestoneKind.Certification, "process");

    [Fact]
    public void The_first_step_not_done_is_open_and_those_after_it_wait_for_it()
    {
        var closed = StepOrder.Closed([[(Process, true), (Leads, false), (Certified, false)]]);

        Assert.Equal([KeyValuePair.Create(Certified, Leads)], closed);
    }

    [Fact]
    public void What_was_done_out_of_order_stays_open()
    {
        var closed = StepOrder.Closed([[(Process, false), (Leads, true), (Certified, false)]]);

        Assert.Equal([KeyValuePair.Create(Certified, Process)], closed);
    }

    [Fact]
    public void What_is_open_on_one_path_is_open_whatever_another_says()
    {
        Assert.Empty(StepOrder.Closed([[(Process, false), (Leads, false)], [(Leads, false)]]));
        Assert.Equal([KeyValuePair.Create(Certified, Process)], StepOrder.Closed([[(Process, false), (Certified, false)], [(Leads, false), (Certified, false)]]));
    }

    [Fact]
    public void A_path_that_is_done_or_empty_closes_nothing()
    {
        Assert.Empty(StepOrder.Closed([[(Process, true), (Leads, true)], []]));
        Assert.Empty(StepOrder.Closed([]));
    }

    [Fact]
    public void A_step_named_twice_does_not_wait_for_itself()
    {
        var closed = StepOrder.Closed([[(Process, false), (Leads, false), (Process, false)]]);

        Assert.Equal([KeyValuePair.Create(Leads, Process)], closed);
    }

    [Fact]
    public void All_that_comes_first_is_told_in_order_by_the_path_with_the_fewest_steps_left()
    {
        var before = StepOrder.Before([[(Process, false), (Leads, false), (Certified, false)], [(Process, true), (Leads, false), (Certified, false)]]);

        Assert.Equal([Certified], before.Keys); // leads is open on the second path
        Assert.Equal([Leads], before[Certified]);
        Assert.Equal([Process, Leads], StepOrder.Before([[(Process, false), (Leads, false), (Certified, false)]])[Certified]);
    }
}

using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class CustomerKeyTests
{
    [Theory]
    [InlineData("Dana@Kestrel.Example ", "+44 20 7946 0101", "dana@kestrel.example")]
    [InlineData("ｄａｎａ＠kestrel.example.", "", "dana@kestrel.example")]
    [InlineData("", "138 1234 5678", "tel:+8613812345678")]
    [InlineData("", "+86 138-1234-5678", "tel:+8613812345678")]
    [InlineData("", "0086 13812345678", "tel:+8613812345678")]
    [InlineData("", "１３８１２３４５６７８", "tel:+8613812345678")]
    [InlineData(" ", "0571-8888 0000", "tel:057188880000")]
    [InlineData("", "(020) 7946 0133", "tel:02079460133")]
    [InlineData("", "12012345678", "tel:12012345678")]
    public void The_address_tells_a_customer_and_without_one_the_number_however_it_is_written(string email, string phone, string key) => Assert.Equal(key, CustomerKey.Of(email, phone));

    [Theory, InlineData("", ""), InlineData("  ", "1234"), InlineData("", "ask at the desk")]
    public void Nobody_is_known_by_less(string email, string phone) => Assert.Null(CustomerKey.Of(email, phone));

    [Theory]
    [InlineData(" Dana@Kestrel.Example", "0086 138 1234 5678", "dana@kestrel.example tel:+8613812345678")]
    [InlineData("", "138-1234-5678", "tel:+8613812345678")]
    [InlineData("dana@kestrel.example", "1234", "dana@kestrel.example")]
    [InlineData("", "", "")]
    public void Whoever_may_not_be_contacted_is_meant_by_the_address_and_by_the_number(string email, string phone, string keys) => Assert.Equal(keys, string.Join(' ', CustomerKey.All(email, phone)));
}

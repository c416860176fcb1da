using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tests.Staff;

/// <summary>Role x kind of list: every cell.</summary>
public sealed class ListPermissionsTests
{
    [Fact]
    public void Only_a_verifikator_takes_lists_in()
    {
        var allowed = Enum.GetValues<Role>().SelectMany(r => Enum.GetValues<ListUse>().Where(u => ListPermissions.Allows(r, u)).Select(u => (r, u)));

        Assert.Equal([(Role.Verifikator, ListUse.Recipients), (Role.Verifikator, ListUse.Answer), (Role.Verifikator, ListUse.Payments)], allowed);
    }

    [Fact]
    public void Nobody_does_who_is_gone_or_whose_area_is_a_part_of_the_city()
    {
        var rina = new Officer { Id = "rina", Chat = new("telegram", "1"), CalledAs = "Bu Rina", Role = Role.Verifikator, Since = default };

        foreach (var use in Enum.GetValues<ListUse>())
        {
            Assert.Null(ListPermissions.Why(rina, use));
            Assert.IsType<MayNot.NotHere>(ListPermissions.Why(rina with { LeftAt = default(DateTimeOffset) }, use));
            Assert.IsType<MayNot.NotAllTheCity>(ListPermissions.Why(rina with { Area = [Wilayah.AllKecamatan[0]] }, use));
            Assert.IsType<MayNot.NotTheirRole>(ListPermissions.Why(rina with { Role = Role.KepalaDinas }, use));
        }
    }
}

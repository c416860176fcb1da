using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Staff;

/// <summary>Who takes which lists in by chat. What moves cases follows the table of cases; nobody else brings any.</summary>
public static class ListPermissions
{
    public static bool Allows(Role role, ListUse use) => use switch
    {
        ListUse.Answer => Permissions.Allows(role, StaffAct.RecordApproval, Stage.Proposed, Whose.Nobodys) && Permissions.Allows(role, StaffAct.RecordMinistryRefusal, Stage.Proposed, Whose.Nobodys),
        ListUse.Payments => Permissions.Allows(role, StaffAct.RecordPayment, Stage.ApprovedByMinistry, Whose.Nobodys),
        ListUse.Recipients => role == Role.Verifikator,         // who says that data is right
        _ => false,
    };

    /// <summary>Null: they may. A list is of all the city, and so must be whose area it is.</summary>
    public static MayNot? Why(Officer officer, ListUse use)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return !officer.WorksHere ? new MayNot.NotHere()
            : !Allows(officer.Role, use) ? new MayNot.NotTheirRole(officer.Role)
            : officer.Area.IsEmpty ? null : new MayNot.NotAllTheCity();
    }

    /// <summary>Null: they may bring at least one kind.</summary>
    internal static MayNot? WhyNone(Officer officer)
    {
        MayNot? first = null;
        foreach (var use in Enum.GetValues<ListUse>())
        {
            if (Why(officer, use) is not { } why) return null;
            first ??= why;
        }

        return first;
    }
}

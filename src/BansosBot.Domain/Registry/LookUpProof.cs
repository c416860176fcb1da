namespace BansosBot.Domain.Registry;

/// <summary>What who asks after somebody by NIK must know of them: all three, or nothing is told. design.md, "Privacy and trust".</summary>
/// <remarks>NIK and kelurahan stand on the KTP, and copies of those lie about; the KK's digits do not. docs/decisions/0031.</remarks>
/// <param name="Nik">Of whom one asks, such as the child.</param>
/// <param name="Kk">Of the KK that they stand in.</param>
/// <param name="Kelurahan">On that KK.</param>
public sealed record LookUpProof(Nik Nik, KkLastSix Kk, Kelurahan Kelurahan);

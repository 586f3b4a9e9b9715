/** A line of a letterhead with street, number or address of the net is small, as on every letterhead. */
export function isAddress(line: string): boolean {
  return /\b(jl|jln|jalan|telp|telepon|faks?|fax|e-?mail|website|laman|kode pos)\b|@|www\.|https?:|\b\d{5}\b/i.test(
    line,
  );
}

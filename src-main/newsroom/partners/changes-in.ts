/** A versioned thing with the given fields changed and its version raised, and what changed, for the audit trail. */
export function changesIn<T extends { version: number }>(
  before: T,
  given: { readonly [K in keyof T]?: T[K] | undefined },
): { after: T; changed: Record<string, unknown> } {
  const entries = Object.entries(given).filter(
    ([key, value]) => value !== undefined && key !== 'version' && key !== 'id',
  );
  const after: T = { ...before, ...Object.fromEntries(entries), version: before.version + 1 };
  const changed = Object.fromEntries(
    entries.filter(([key, value]) => JSON.stringify(before[key as keyof T]) !== JSON.stringify(value)),
  );
  return { after, changed };
}

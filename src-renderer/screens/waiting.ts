/**
 * How many things wait for this person, per module path; the rail shows it. A slice adds its line:
 * `'/siaran-pers': useQuery(client.releases.inbox.queryOptions(...)).data?.length ?? 0`.
 */
export function useWaiting(): Readonly<Record<string, number>> {
  return {};
}

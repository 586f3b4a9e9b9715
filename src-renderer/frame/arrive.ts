import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Status } from '../../src-main/contract/session.ts';
import { client } from '../client.ts';

/**
 * Somebody else sits here now: forgets everything the one before could see, and says who it is. The status itself is replaced
 * and never removed: the gate watches it, and a watcher of a removed query hears nothing of the new one. Answers that are still
 * on their way were asked by the one before, so they are called off first.
 */
export async function arrive(queries: QueryClient, status: Status): Promise<void> {
  const key = client.session.status.queryKey();
  await queries.cancelQueries();
  queries.removeQueries({ predicate: (query) => query.queryHash !== hashKey(key) });
  queries.setQueryData(key, status);
}

import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../src-main/contract/index.ts';
import type { Role } from '../../src-main/contract/rights.ts';
import { CONTRACT_VERSION } from '../../src-main/contract/session.ts';
import type { RunningCore } from './core-process.ts';

/** One signed-in (or not yet signed-in) person over HTTP, with a cookie jar of its own: the typed procedures and raw `fetch`. */
export interface Person {
  readonly rpc: ContractRouterClient<Contract>;
  /** fetch of a path on the core, with this person's cookies. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  readonly cookies: ReadonlyMap<string, string>;
}

/** @param atThisComputer opens the page with the launch key first, as the person who started it would */
export async function visit(core: RunningCore, { atThisComputer = true } = {}): Promise<Person> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, core.url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const cut = pair.indexOf('=');
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, cut));
      else cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    return response;
  };
  if (atThisComputer) await sitHere(core, cookies, send);
  const link = new RPCLink({
    url: `${core.url}/rpc`,
    headers: () => ({ 'x-kulkul-contract': String(CONTRACT_VERSION) }),
    fetch: async (request) =>
      send(new URL(request.url).pathname + new URL(request.url).search, {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        ...(request.method === 'GET' ? {} : { body: await request.arrayBuffer() }),
      }),
  });
  return { rpc: createORPCClient(link), fetch: send, cookies };
}

/** Opens the printed address. When somebody used it a moment ago the core has printed, or is about to print, the next. */
async function sitHere(
  core: RunningCore,
  cookies: ReadonlyMap<string, string>,
  send: (path: string) => Promise<Response>,
): Promise<void> {
  const mayBeHere = new URL(core.openUrl).searchParams.has('kunci');
  for (let tries = 0; tries < 20; tries += 1) {
    const { pathname, search } = new URL(core.openUrl);
    await send(pathname + search);
    if (!mayBeHere || cookies.has('kulkul_place')) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the printed address lets nobody in');
}

export const founder = {
  unit: 'Bagian Protokol dan Komunikasi Pimpinan',
  city: 'Denpasar',
  name: 'Ni Luh Sari',
  zone: 'Asia/Makassar',
} as const;
export const passwordOf = (role: Role) => `kulkul ${role} kata sandi`;

/** Does the first start: the office and its first person, who is signed in as `founder`. */
export async function firstStart(core: RunningCore, fields: { people?: number } = {}): Promise<Person> {
  const person = await visit(core);
  await person.rpc.office.start({
    ...founder,
    people: fields.people ?? 5,
    ...(core.setupCode ? { setupCode: core.setupCode } : {}),
  });
  return person;
}

/** Adds one user of each named role (username = the role, password = passwordOf) and signs each in. */
export async function addPeople<R extends Role>(
  core: RunningCore,
  admin: Person,
  wanted: readonly R[],
): Promise<Record<R, Person>> {
  const people = {} as Record<R, Person>;
  for (const role of wanted) {
    const username = role.replace('_', '-');
    await admin.rpc.people.add({ username, name: `Orang ${role}`, roles: [role], password: passwordOf(role) });
    const person = await visit(core, { atThisComputer: false });
    await person.rpc.session.signIn({ username, password: passwordOf(role) });
    people[role] = person;
  }
  return people;
}

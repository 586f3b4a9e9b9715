import { type AnyProcedure, call, ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience, type HappeningKind } from '../../src-main/contract/happenings.ts';
import { type Asks, type Right, type Role, rightSchema, roleSchema } from '../../src-main/contract/rights.ts';
import { type RawRouteName, rawRoutes } from '../../src-main/contract/routes.ts';
import { may } from '../../src-main/newsroom/access.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import { createDoor } from '../../src-main/server/door.ts';
import type { Answer } from '../../src-main/server/listen.ts';
import { launchPlaces } from '../../src-main/server/sessions.ts';
import { type TestCore, testCore } from '../builders/core.ts';

/**
 * Who may what, written a second time from what the office expects and not from the table in access.ts: a writer never
 * sends, only head and final approver decide, the admin sets up and approves nothing, the observer changes nothing.
 */
const never: Readonly<Partial<Record<Role, readonly Right[]>>> = {
  protocol: ['releases.decide', 'distribution.send', 'people.manage', 'channels.manage', 'backup.manage', 'audit.read'],
  writer: [
    'releases.decide',
    'releases.edit',
    'distribution.send',
    'partners.write',
    'people.manage',
    'channels.manage',
  ],
  documentation: ['releases.write', 'releases.decide', 'distribution.send', 'people.manage', 'agenda.write'],
  editor: ['releases.decide', 'people.manage', 'channels.manage', 'backup.manage'],
  channel_manager: [
    'channels.manage',
    'releases.write',
    'releases.edit',
    'releases.decide',
    'people.manage',
    'photos.write',
  ],
  head: ['people.manage', 'backup.manage'],
  final_approver: ['releases.write', 'distribution.send', 'people.manage', 'agenda.write', 'photos.write'],
  contributor: ['agenda.read', 'agenda.write', 'releases.edit', 'releases.decide', 'distribution.read', 'people.read'],
  observer: rightSchema.options.filter((right) => !right.endsWith('.read')),
  admin: ['releases.write', 'releases.edit', 'releases.decide', 'distribution.send', 'agenda.write'],
};

const roles = roleSchema.options;
let test: TestCore;
let door: Answer;
const people = new Map<Role, { caller: Caller; cookie: string }>();
/** Every procedure of the core by its path, `register.addOfficial`. */
const procedures = new Map<string, { procedure: AnyProcedure; asks: Asks | undefined }>();

beforeAll(async () => {
  test = await testCore();
  door = createDoor(test.core, { pageFolder: null, places: launchPlaces(false), hosts: [], log: () => {} });
  for (const role of roles) {
    const username = `uji.${role.replace('_', '.')}`;
    await test.first.client.people.add({ username, name: role, roles: [role], password: 'sandi-untuk-uji' });
    const response = await rpc('/session/signIn', { username, password: 'sandi-untuk-uji' });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const caller = await test.core.callerOf(cookie.split('=')[1] ?? '');
    if (caller === null) {
      throw new Error(`${role} could not sign in`);
    }
    people.set(role, { caller, cookie });
  }
  collect(test.core.procedures as Record<string, unknown>, []);
});
afterAll(() => test.end());

function collect(node: Record<string, unknown>, path: string[]): void {
  for (const [name, child] of Object.entries(node)) {
    if (child !== null && typeof child === 'object' && '~orpc' in child) {
      const procedure = child as AnyProcedure;
      procedures.set([...path, name].join('.'), {
        procedure,
        asks: (procedure['~orpc'].meta as { asks?: Asks }).asks,
      });
    } else if (child !== null && typeof child === 'object') {
      collect(child as Record<string, unknown>, [...path, name]);
    }
  }
}

function rpc(path: string, input: unknown, cookie = ''): Promise<Response> {
  return door(
    new Request(`http://127.0.0.1/rpc${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ json: input }),
    }),
    { kind: 'tcp', address: '127.0.0.1', secure: false, local: { address: '127.0.0.1', port: 80 } },
  );
}

/** The code with which a call was stopped before its verb, or null when it went through the access check. */
async function stoppedWith(procedure: AnyProcedure, caller: Caller | null): Promise<string | null> {
  try {
    // an input nobody accepts: whoever passes the check fails at validation, and nothing is changed
    await call(procedure, Symbol('no input') as never, {
      context: {
        caller,
        visitor: { device: 'uji', place: 'browser', trusted: false },
        contractVersion: null,
        keep: () => {},
      } as never,
    });
    return null;
  } catch (error) {
    const code = error instanceof ORPCError && error.code === 'REFUSED' ? error.data?.code : null;
    return code === 'not_allowed' || code === 'not_signed_in' ? code : null;
  }
}

describe('the table', () => {
  it.each(roles)('%s may never do what the office expects others to do', (role) => {
    const wrongly = (never[role] ?? []).filter((right) => may({ roles: [role] }, right));
    expect(wrongly).toEqual([]);
  });

  it('gives every right to somebody', () => {
    expect(rightSchema.options.filter((right) => !roles.some((role) => may({ roles: [role] }, right)))).toEqual([]);
  });
});

describe('every procedure', () => {
  it('says what it asks', () => {
    expect(procedures.size).toBeGreaterThan(20);
    expect([...procedures].filter(([, { asks }]) => asks === undefined).map(([path]) => path)).toEqual([]);
  });

  it('asks nothing only where somebody is about to sign in', () => {
    const open = [...procedures].filter(([, { asks }]) => asks === 'nobody').map(([path]) => path);
    expect(open.sort()).toEqual(['office.start', 'session.signIn', 'session.signInAs', 'session.status']);
  });

  it('stops who is not signed in, before it looks at the input', async () => {
    for (const [path, { procedure, asks }] of procedures) {
      const stopped = asks === 'nobody' ? null : 'not_signed_in';
      expect([path, asks === 'nobody' ? null : await stoppedWith(procedure, null)]).toEqual([path, stopped]);
    }
  });

  it.each(roles)('stops %s exactly where the table says so', async (role) => {
    const caller = people.get(role)?.caller ?? null;
    for (const [path, { procedure, asks }] of procedures) {
      if (asks === undefined || asks === 'nobody' || asks === 'session') {
        continue;
      }
      const expected = may({ roles: [role] }, asks) ? null : 'not_allowed';
      if (expected === null && !needsInput(procedure)) {
        continue;
      }
      expect([path, await stoppedWith(procedure, caller)]).toEqual([path, expected]);
    }
  });
});

/** Entries without input would run for who may: they are exercised by their own tests. */
function needsInput(procedure: AnyProcedure): boolean {
  return procedure['~orpc'].inputSchema !== undefined;
}

describe('every raw route', () => {
  const names = Object.keys(rawRoutes) as RawRouteName[];
  const ask = (name: RawRouteName, cookie: string) => {
    const route = rawRoutes[name];
    const path = route.path.replace(/:[a-zA-Z]+/g, '01ARZ3NDEKTSV4RRFFQ69G5FAV');
    return door(new Request(`http://127.0.0.1${path}`, { method: route.method, headers: { cookie } }), {
      kind: 'tcp',
      address: '127.0.0.1',
      secure: false,
      local: { address: '127.0.0.1', port: 80 },
    });
  };

  // a phone's system shows whatever it answers: it leads to a screen that says why nothing was taken
  const leadsOn = (answer: Response) => [answer.status, answer.headers.get('location')];
  const turnedAway = [303, '/agenda/tempel?bagikan=masuk'];

  it('share leads who is not signed in, or may not, to the screen that says so', async () => {
    expect(leadsOn(await ask('share', ''))).toEqual(turnedAway);
    for (const role of roles) {
      const may303 = leadsOn(await ask('share', people.get(role)?.cookie ?? ''));
      expect([role, may303[1] === turnedAway[1]]).toEqual([role, !may({ roles: [role] }, 'agenda.write')]);
    }
  });

  it.each(names.filter((name) => name !== 'share'))('%s stops who is not signed in', async (name) => {
    expect((await ask(name, '')).status).toBe(401);
    expect((await ask(name, 'kulkul_session=tidak-ada')).status).toBe(401);
  });

  it.each(names.filter((name) => name !== 'share'))('%s stops exactly the roles without the right', async (name) => {
    const { asks } = rawRoutes[name] as { asks: Asks };
    for (const role of roles) {
      const allowed = asks === 'session' || asks === 'nobody' || may({ roles: [role] }, asks);
      const status = (await ask(name, people.get(role)?.cookie ?? '')).status;
      expect([role, status === 403]).toEqual([role, !allowed]);
    }
  });
});

describe('every kind of happening', () => {
  const kinds = Object.keys(audience) as HappeningKind[];
  const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

  it('refuses the stream to who is not signed in', async () => {
    const response = await door(new Request('http://127.0.0.1/happenings'), {
      kind: 'tcp',
      address: '127.0.0.1',
      secure: false,
      local: { address: '127.0.0.1', port: 80 },
    });
    expect(response.status).toBe(401);
  });

  it.each(roles)('tells %s only what they may know', async (role) => {
    const leave = new AbortController();
    const response = await door(
      new Request('http://127.0.0.1/happenings', {
        headers: { cookie: people.get(role)?.cookie ?? '' },
        signal: leave.signal,
      }),
      { kind: 'tcp', address: '127.0.0.1', secure: false, local: { address: '127.0.0.1', port: 80 } },
    );
    expect(response.status).toBe(200);
    for (const kind of kinds) {
      // one of each kind, with every field any of them has
      test.core.tell({
        kind,
        sessionId: id,
        eventIds: [],
        photoIds: [],
        releaseId: id,
        importId: id,
        seq: 1,
        origin: '',
        // somebody else's
        ...(kind === 'notices.changed' ? { userId: id } : {}),
      } as never);
    }
    // everybody with a session hears this one, so once it is here the others have been decided
    test.core.tell({ kind: 'office.changed' });
    const heard: string[] = [];
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (heard.filter((kind) => kind === 'office.changed').length < 2) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) {
        break;
      }
      text += value;
      heard.splice(0, heard.length, ...[...text.matchAll(/"kind":"([^"]+)"/g)].map((match) => match[1] ?? ''));
    }
    leave.abort();
    const expected = kinds.filter((kind) => {
      const asks = audience[kind];
      if (kind === 'notices.changed') return false;
      return asks === 'session' || asks === 'nobody' || may({ roles: [role] }, asks);
    });
    expect([...new Set(heard)].sort()).toEqual([...expected].sort());
  });
});

describe('what is told to one person', () => {
  it('reaches their own sessions and nobody else, whatever their rights', async () => {
    const streams = await Promise.all(
      [...people].map(async ([role, { cookie, caller }]) => {
        const leave = new AbortController();
        const response = await door(
          new Request('http://127.0.0.1/happenings', { headers: { cookie }, signal: leave.signal }),
          { kind: 'tcp', address: '127.0.0.1', secure: false, local: { address: '127.0.0.1', port: 80 } },
        );
        return { role, caller, leave, reader: response.body?.pipeThrough(new TextDecoderStream()).getReader() };
      }),
    );
    for (const { caller } of people.values()) test.core.tell({ kind: 'notices.changed', userId: caller.userId });
    test.core.tell({ kind: 'office.changed' });
    for (const { role, caller, leave, reader } of streams) {
      let text = '';
      while (!text.includes('office.changed')) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) break;
        text += value;
      }
      leave.abort();
      const heard = [...text.matchAll(/"userId":"([^"]+)"/g)].map((match) => match[1]);
      expect([role, heard]).toEqual([role, [caller.userId]]);
    }
  });
});

describe('the door', () => {
  it('refuses a page of another origin and a name that was made to point here', async () => {
    const from = {
      kind: 'tcp',
      address: '127.0.0.1',
      secure: false,
      local: { address: '127.0.0.1', port: 80 },
    } as const;
    const other = await door(
      new Request('http://127.0.0.1/rpc/session/status', {
        method: 'POST',
        headers: { origin: 'https://jahat.example', 'content-type': 'application/json' },
        body: '{}',
      }),
      from,
    );
    expect(other.status).toBe(403);
    expect((await door(new Request('http://jahat.example/rpc/session/status'), from)).status).toBe(403);
  });

  it('ends a session at once', async () => {
    const person = await test.first.client.people.add({
      username: 'sebentar.saja',
      name: 'Sebentar',
      roles: ['writer'],
      password: 'sandi-untuk-uji',
    });
    const response = await rpc('/session/signIn', { username: 'sebentar.saja', password: 'sandi-untuk-uji' });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await rpc('/office/get', undefined, cookie)).status).toBe(200);
    await test.first.client.people.change({ id: person.id, active: false });
    expect((await rpc('/office/get', undefined, cookie)).status).toBe(422);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Happening } from '../../src-main/contract/happenings.ts';
import type { Role } from '../../src-main/contract/rights.ts';
import { type Core, type CoreOptions, openCore } from '../../src-main/core.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import { addUser } from '../../src-main/newsroom/people/people.ts';
import { openSession, type Visitor } from '../../src-main/newsroom/people/sessions.ts';
import { type HandClock, handClock } from './hand-clock.ts';

export type Client = RouterClient<Core['procedures']>;

/** A real core on a real folder, with a clock moved by hand. Jobs run only after `core.start()`. */
export interface TestCore {
  core: Core;
  readonly clock: HandClock;
  readonly folder: string;
  readonly happenings: Happening[];
  /** The first person of the office: every role of a first start. */
  readonly first: { readonly caller: Caller; readonly client: Client };
  /** A person with exactly these roles, signed in. */
  as(...roles: Role[]): Promise<{ readonly caller: Caller; readonly client: Client }>;
  clientOf(caller: Caller | null, visitor?: Partial<Visitor>): Client;
  /** Closes and opens the same folder again, as after a restart. */
  reopen(): Promise<void>;
  end(): Promise<void>;
}

const atDesk: Visitor = { device: 'uji', place: 'desktop', trusted: true };

/** Opens a core in a fresh folder and does the first start: Prokopim, Denpasar, WITA, three people. */
export async function testCore(options: Partial<CoreOptions> & { people?: number } = {}): Promise<TestCore> {
  const folder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'kulkul-test-'));
  const clock = (options.clock as HandClock | undefined) ?? handClock();
  const happenings: Happening[] = [];

  async function open(): Promise<Core> {
    const opened = await openCore({
      dataFolder: folder,
      demo: false,
      dataKey: null,
      setupCode: 'KODE-UJI',
      clock,
      imageChild: path.resolve('src-main/adapters/images/child.ts'),
      log: (line) => process.stderr.write(`core: ${line}\n`),
      ...options,
    });
    if (!opened.ok) {
      throw new Error(JSON.stringify(opened.refusal));
    }
    opened.core.onHappening((happening) => happenings.push(happening));
    return opened.core;
  }

  const clientOf = (caller: Caller | null, visitor: Partial<Visitor> = {}): Client =>
    createRouterClient(test.core.procedures, {
      context: { caller, visitor: { ...atDesk, ...visitor }, contractVersion: null, keep: () => {} },
    });

  const test = { core: await open(), clock, folder, happenings } as TestCore;
  let count = 0;
  Object.assign(test, {
    clientOf,
    async as(...roles: Role[]) {
      count += 1;
      const user = await addUser(test.core.newsroom, 'system', {
        username: `${roles[0]}.${count}`,
        name: `${roles[0]} ${count}`,
        roles,
      });
      if (!user.ok) {
        throw new Error(user.refusal.code);
      }
      const opened = await openSession(test.core.newsroom, atDesk, user.value.id);
      if (!opened.ok) {
        throw new Error(opened.refusal.code);
      }
      return { caller: opened.value.caller, client: clientOf(opened.value.caller) };
    },
    async reopen() {
      await test.core.stop();
      test.core = await open();
    },
    async end() {
      await test.core.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  });

  const started = await clientOf(null).office.start({
    unit: 'Bagian Prokopim',
    city: 'Denpasar',
    name: 'Ayu Lestari',
    zone: 'Asia/Makassar',
    people: options.people ?? 3,
  });
  const me = started.me;
  if (me === null) {
    throw new Error('nobody signed in after the first start');
  }
  const sessions = await test.core.newsroom.read((stores) => stores.sessions.ofUser(me.userId));
  const caller: Caller = {
    userId: me.userId,
    name: me.name,
    roles: me.roles,
    language: 'id',
    sessionId: sessions[0]?.id ?? '',
  };
  return Object.assign(test, { first: { caller, client: clientOf(caller) } });
}

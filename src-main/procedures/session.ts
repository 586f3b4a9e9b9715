import { CONTRACT_VERSION, type Me, type Status } from '../contract/session.ts';
import { may, rightsOf } from '../newsroom/access.ts';
import type { Caller } from '../newsroom/caller.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { setLanguage } from '../newsroom/people/people.ts';
import { endSession, maybeChosen, signInAs } from '../newsroom/people/sessions.ts';
import { signIn } from '../newsroom/people/sign-in.ts';
import { switchable, switchPerson } from '../newsroom/people/switch-person.ts';
import type { PinState, UserRecord } from '../newsroom/people/user-store.ts';
import { decidingRole, type StandIn, standInsOf } from '../newsroom/roster/stand-in.ts';
import { answer, entries, valueOrRefuse } from './answer.ts';
import type { Context } from './context.ts';

/** Who is here, and what the page may offer. */
export async function statusFor(
  newsroom: Newsroom,
  context: Pick<Context, 'visitor'>,
  caller: Caller | null,
): Promise<Status> {
  const { office, users, pin, me, standsIn } = await newsroom.read(async (stores) => {
    const all = await stores.users.all();
    const self = all.find((user) => user.id === caller?.userId);
    return {
      office: await stores.office.get(),
      users: all,
      pin: caller === null ? ('on' as const) : await stores.users.pinState(caller.userId),
      me: self,
      standsIn: self ? await standInsOf(stores, self, newsroom.clock.now()) : [],
    };
  });
  const signedIn = caller !== null && me !== undefined;
  return {
    contractVersion: CONTRACT_VERSION,
    state: office === null ? 'new' : signedIn ? 'signed_in' : 'signed_out',
    needsSetupCode: office === null && !context.visitor.trusted,
    demo: newsroom.demo,
    officeName: office === null ? null : office.unit,
    office: signedIn ? office : null,
    me: signedIn ? meOf(me, pin, standsIn) : null,
    choose: signedIn
      ? []
      : users
          .filter((user) => maybeChosen(user, context.visitor, newsroom.demo))
          .map((user) => ({ userId: user.id, name: user.name, roles: [...user.roles], needsPassword: false })),
  };
}

function meOf(user: UserRecord, pin: PinState, standsIn: readonly StandIn[]): Me {
  return {
    userId: user.id,
    name: user.name,
    username: user.username,
    roles: [...user.roles],
    rights: rightsOf({ roles: user.roles, standsIn }),
    language: user.language,
    hasPassword: user.passwordHash !== null,
    hasPin: user.pinHash !== null,
    pinTried: pin !== 'on',
    standsIn: standsIn.map(({ name, roles, until }) => ({ name, role: decidingRole(roles), until })),
  };
}

export function sessionProcedures(newsroom: Newsroom) {
  const { session } = entries;
  return {
    status: session.status.handler(({ context }) => statusFor(newsroom, context, context.caller)),
    signIn: session.signIn.handler(async ({ context, input }) => {
      const opened = valueOrRefuse(await signIn(newsroom, context.visitor, input));
      context.keep(opened);
      return statusFor(newsroom, context, opened.caller);
    }),
    signInAs: session.signInAs.handler(async ({ context, input }) => {
      const opened = valueOrRefuse(await signInAs(newsroom, context.visitor, input.userId));
      context.keep(opened);
      return statusFor(newsroom, context, opened.caller);
    }),
    signOut: session.signOut.handler(async ({ context }) => {
      if (context.caller !== null) {
        valueOrRefuse(await endSession(newsroom, context.caller, context.caller.sessionId));
      }
      context.keep(null);
      return statusFor(newsroom, context, null);
    }),
    list: session.list.handler(answer(async (caller) => done(await listSessions(newsroom, caller)))),
    end: session.end.handler(
      answer(async (caller, input) => {
        valueOrRefuse(await endSession(newsroom, caller, input.sessionId));
        return done(await listSessions(newsroom, caller));
      }),
    ),
    setLanguage: session.setLanguage.handler(
      answer(async (caller, input) => {
        const user = valueOrRefuse(await setLanguage(newsroom, caller, input.language));
        return done(
          await newsroom.read(async (stores) => {
            const standsIn = await standInsOf(stores, user, newsroom.clock.now());
            return meOf(user, await stores.users.pinState(user.id), standsIn);
          }),
        );
      }),
    ),
    switchable: session.switchable.handler(({ context, input }) =>
      answer(async (caller: Caller) => {
        const people = valueOrRefuse(await switchable(newsroom, caller, context.visitor));
        return done(people.map((user) => ({ userId: user.id, name: user.name, roles: [...user.roles] })));
      })({ context, input }),
    ),
    switchPerson: session.switchPerson.handler(async ({ context, input }) => {
      const next = await answer((caller: Caller) => switchPerson(newsroom, caller, context.visitor, input))({
        context,
        input,
      });
      return statusFor(newsroom, context, next);
    }),
  };
}

async function listSessions(newsroom: Newsroom, caller: Caller) {
  return newsroom.read(async (stores) => {
    const sessions = may(caller, 'people.manage')
      ? await stores.sessions.all()
      : await stores.sessions.ofUser(caller.userId);
    const names = new Map((await stores.users.all()).map((user) => [user.id, user.name]));
    return sessions.map((session) => ({
      id: session.id,
      userId: session.userId,
      userName: names.get(session.userId) ?? '',
      device: session.device,
      startedAt: session.startedAt,
      lastSeenAt: session.lastSeenAt,
      current: session.id === caller.sessionId,
    }));
  });
}

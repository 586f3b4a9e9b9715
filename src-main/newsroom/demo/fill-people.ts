import type { Id } from '../../contract/basics.ts';
import type { Caller } from '../caller.ts';
import { setMailAccount } from '../distribution/mail-account.ts';
import type { Newsroom } from '../newsroom.ts';
import { newOffice } from '../office/office.ts';
import { done } from '../outcome.ts';
import { addGroup } from '../partners/groups.ts';
import { addJournalist } from '../partners/journalists.ts';
import { addOutlet } from '../partners/outlets.ts';
import { addAgency, addOfficial } from '../people/register.ts';
import { demoAgencies, demoGroups, demoOffice, demoOfficials, demoOutlets, demoUsers } from './cast.ts';
import { type Cast, type Officials, SAMPLE_FILLING, SAMPLE_OFFICE, unwrap } from './sample.ts';

/** The office and one person per role; people are chosen by one press, so there are no passwords to leak. */
export async function hire(newsroom: Newsroom): Promise<Cast> {
  const cast = new Map<string, Caller>();
  unwrap(
    await newsroom.write(async (stores) => {
      await stores.office.set({
        ...newOffice(demoOffice),
        letterhead: { ...demoOffice.letterhead, lines: [...demoOffice.letterhead.lines], logo: null },
        boilerplate: demoOffice.boilerplate,
        contact: demoOffice.contact,
        credit: demoOffice.credit,
      });
      await stores.office.setSetting(SAMPLE_OFFICE, SAMPLE_FILLING);
      for (const user of demoUsers) {
        const userId = newsroom.ids.next();
        await stores.users.insert({
          id: userId,
          username: user.username,
          name: user.name,
          roles: user.roles,
          active: true,
          language: 'id',
          passwordHash: null,
          pinHash: null,
        });
        cast.set(user.key, { userId, name: user.name, roles: user.roles, sessionId: userId, language: 'id' });
      }
      await stores.audit.append({
        caller: 'system',
        act: 'office.start-demo',
        subject: { kind: 'office', id: 'office' },
      });
      return done(undefined);
    }),
  );
  return cast;
}

export async function fillRegister(newsroom: Newsroom, caller: Caller): Promise<Officials> {
  const officials = new Map<string, { id: Id; name: string; position: string; shortName: string }>();
  for (const { key, ...official } of demoOfficials) {
    officials.set(key, unwrap(await addOfficial(newsroom, caller, official)));
  }
  for (const agency of demoAgencies) {
    unwrap(await addAgency(newsroom, caller, agency));
  }
  return officials;
}

export async function fillPartners(newsroom: Newsroom, caller: Caller): Promise<void> {
  const memberIds: Id[] = [];
  for (const { journalists, ...fields } of demoOutlets) {
    const outlet = unwrap(await addOutlet(newsroom, caller, { ...fields, city: demoOffice.city }));
    for (const journalist of journalists) {
      memberIds.push(unwrap(await addJournalist(newsroom, caller, { ...journalist, outletId: outlet.id })).id);
    }
  }
  unwrap(await addGroup(newsroom, caller, { name: demoGroups.email, kind: 'email', memberIds }));
  for (const name of demoGroups.whatsapp) {
    unwrap(await addGroup(newsroom, caller, { name, kind: 'whatsapp', memberIds: [] }));
  }
}

/** An account like any other; the core of a sample office keeps what it would send. */
export async function openMailAccount(newsroom: Newsroom, caller: Caller): Promise<void> {
  unwrap(
    await setMailAccount(newsroom, caller, {
      host: 'surel.suryakerta.example',
      port: 587,
      security: 'starttls',
      allowPlain: false,
      user: 'prokopim@suryakerta.example',
      connections: 3,
      fromName: 'Prokopim Suryakerta',
      fromAddress: 'prokopim@suryakerta.example',
      replyTo: '',
      unsubscribeTo: '',
      version: null,
    }),
  );
}

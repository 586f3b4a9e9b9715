import type { Newsroom } from '../newsroom/newsroom.ts';
import { entries } from './answer.ts';
import { auditProcedures } from './audit.ts';
import { officeProcedures } from './office.ts';
import { peopleProcedures } from './people.ts';
import { registerProcedures } from './register.ts';
import { releaseTextProcedures } from './release-text.ts';
import { releasesProcedures } from './releases.ts';
import { sessionProcedures } from './session.ts';

/** Every entry of the contract with its procedure; one that is missing does not compile. */
export function proceduresOf(newsroom: Newsroom) {
  return entries.router({
    session: sessionProcedures(newsroom),
    office: officeProcedures(newsroom),
    people: peopleProcedures(newsroom),
    register: registerProcedures(newsroom),
    audit: auditProcedures(newsroom),
    releases: releasesProcedures(newsroom),
    releaseText: releaseTextProcedures(newsroom),
  });
}

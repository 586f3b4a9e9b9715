import { audit } from './audit.ts';
import { office } from './office.ts';
import { people } from './people.ts';
import { register } from './register.ts';
import { releaseText } from './release-text.ts';
import { releases } from './releases.ts';
import { session } from './session.ts';

/** Everything a face may ask, one entry per area. */
export const contract = { session, office, people, register, audit, releases, releaseText };
export type Contract = typeof contract;

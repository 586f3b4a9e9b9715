import { audit } from './audit.ts';
import { office } from './office.ts';
import { people } from './people.ts';
import { register } from './register.ts';
import { session } from './session.ts';

/** Everything a face may ask, one entry per area. */
export const contract = { session, office, people, register, audit };
export type Contract = typeof contract;

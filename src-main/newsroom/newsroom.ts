import type { Files } from './files.ts';
import type { Passwords, Tokens } from './people/credentials.ts';
import type { Clock, Ids, Read, Vault, Write } from './ports.ts';

/**
 * What the verbs are handed. A verb names what it needs as a Pick of this, so its import list and its signature tell the
 * truth about it. Each area adds its ports here; core.ts fills them in.
 */
export interface Newsroom {
  readonly read: Read;
  readonly write: Write;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly passwords: Passwords;
  readonly tokens: Tokens;
  readonly vault: Vault;
  readonly files: Files;
  /** Sample office: people are chosen by one press, mail goes to a sink inside the program. */
  readonly demo: boolean;
  /** Asked at the first start from visitors who do not sit at this computer. */
  readonly setupCode: string;
}

import type { Documents } from './agenda/files/documents.ts';
import type { Readings } from './agenda/files/readings.ts';
import type { HolidayCalendar } from './agenda/holidays.ts';
import type { SheetFolder } from './agenda/outgoing/folder-port.ts';
import type { Papers } from './agenda/outgoing/papers.ts';
import type { Backups, VaultKeeper } from './backup/ports.ts';
import type { Kits } from './distribution/kit-port.ts';
import type { Mailer } from './distribution/mailer.ts';
import type { Site } from './distribution/site-port.ts';
import type { Files } from './files.ts';
import type { AddressTries } from './people/address-tries.ts';
import type { Passwords, Tokens } from './people/credentials.ts';
import type { DeliveryCopies } from './photos/delivery-copies.ts';
import type { Images } from './photos/images.ts';
import type { PhotoMetadata } from './photos/metadata.ts';
import type { AuditAnchor, Clock, Ids, Read, Write } from './ports.ts';

/**
 * What the verbs are handed. A verb names what it needs as a Pick of this, so its import list and its signature tell the
 * truth about it. Each area adds its ports here; core.ts fills them in.
 */
export interface Newsroom {
  readonly read: Read;
  readonly write: Write;
  readonly auditAnchor: AuditAnchor;
  readonly clock: Clock;
  /** Resolves when others had their turn on the event loop; asked for between pieces of long work. */
  readonly turn: () => Promise<unknown>;
  readonly ids: Ids;
  readonly passwords: Passwords;
  readonly tokens: Tokens;
  readonly addressTries: AddressTries;
  readonly vault: VaultKeeper;
  readonly backups: Backups;
  readonly files: Files;
  readonly images: Images;
  readonly documents: Documents;
  /** Files that people have sent to look at; gone with the core. */
  readonly readings: Readings;
  readonly photoMetadata: PhotoMetadata;
  readonly deliveryCopies: DeliveryCopies;
  readonly mailer: Mailer;
  readonly site: Site;
  readonly kits: Kits;
  readonly papers: Papers;
  readonly sheetFolder: SheetFolder;
  readonly holidayCalendar: HolidayCalendar;
  /** Sample office: people are chosen by one press, mail goes to a sink inside the program. */
  readonly demo: boolean;
  /** Asked at the first start from visitors who do not sit at this computer. */
  readonly setupCode: string;
}

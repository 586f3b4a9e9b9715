import type { AgendaSettingStore } from './agenda/agenda-settings.ts';
import type { ClashStore } from './agenda/clashes/clash-store.ts';
import type { EventStore } from './agenda/event-store.ts';
import type { AgendaImportStore } from './agenda/files/import-store.ts';
import type { GlanceStore } from './agenda/glance-store.ts';
import type { InvitationStore } from './agenda/invitations/invitation-store.ts';
import type { AgendaOutStore } from './agenda/outgoing/out-store.ts';
import type { SeriesStore } from './agenda/series/series-store.ts';
import type { ApprovalStore } from './approval/approval-store.ts';
import type { AuditStore } from './audit-store.ts';
import type { DeliveryStore } from './distribution/delivery-store.ts';
import type { MailAccountStore } from './distribution/mail-account-store.ts';
import type { SiteRowStore } from './distribution/site-row-store.ts';
import type { JobStore } from './job-store.ts';
import type { NoticeStore } from './notices/notice-store.ts';
import type { OfficeStore } from './office/office-store.ts';
import type { PartnerStore } from './partners/partner-store.ts';
import type { OfficialStore } from './people/official-store.ts';
import type { SessionStore } from './people/session-store.ts';
import type { UserStore } from './people/user-store.ts';
import type { ImportStore } from './photos/import-store.ts';
import type { PhotoStore } from './photos/photo-store.ts';
import type { Happen } from './ports.ts';
import type { ReleaseStore } from './releases/release-store.ts';
import type { RosterStore } from './roster/roster-store.ts';

/** Everything that is kept, bound to one transaction. Each area adds its store here and in adapters/database/stores.ts. */
export interface Stores {
  readonly office: OfficeStore;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly officials: OfficialStore;
  readonly audit: AuditStore;
  readonly jobs: JobStore;
  readonly events: EventStore;
  readonly agendaSettings: AgendaSettingStore;
  readonly clashes: ClashStore;
  readonly series: SeriesStore;
  readonly invitations: InvitationStore;
  readonly agendaImports: AgendaImportStore;
  readonly glances: GlanceStore;
  readonly agendaOut: AgendaOutStore;
  readonly notices: NoticeStore;
  readonly roster: RosterStore;
  readonly releases: ReleaseStore;
  readonly approval: ApprovalStore;
  readonly partners: PartnerStore;
  readonly mailAccount: MailAccountStore;
  readonly deliveries: DeliveryStore;
  readonly siteRows: SiteRowStore;
  readonly photos: PhotoStore;
  readonly imports: ImportStore;
  /** Tells the pages, after the commit, what has changed. */
  readonly happen: Happen;
}

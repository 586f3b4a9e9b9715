import type { Kysely } from 'kysely';
import type { Stores } from '../../../newsroom/stores.ts';
import type { StoreTools } from '../open-database.ts';
import type { Tables } from '../tables/index.ts';
import { agendaImportStore } from './agenda-import-store.ts';
import { agendaOutStore } from './agenda-out-store.ts';
import { agendaSettingStore } from './agenda-setting-store.ts';
import { approvalStore } from './approval-store.ts';
import { auditStore } from './audit-store.ts';
import { clashStore } from './clash-store.ts';
import { deliveryStore } from './delivery-store.ts';
import { eventStore } from './event-store.ts';
import { glanceStore } from './glance-store.ts';
import { importStore } from './import-store.ts';
import { invitationStore } from './invitation-store.ts';
import { jobStore } from './job-store.ts';
import { mailAccountStore } from './mail-account-store.ts';
import { noticeStore } from './notice-store.ts';
import { officeStore } from './office-store.ts';
import { officialStore } from './official-store.ts';
import { partnerStore } from './partner-store.ts';
import { photoStore } from './photo-store.ts';
import { releaseStore } from './release-store.ts';
import { rosterStore } from './roster-store.ts';
import { seriesStore } from './series-store.ts';
import { sessionStore } from './session-store.ts';
import { siteRowStore } from './site-row-store.ts';
import { userStore } from './user-store.ts';

/** All stores on one connection or one transaction. An area adds its store here. */
export function storesOn(db: Kysely<Tables>, tools: StoreTools): Stores {
  return {
    office: officeStore(db),
    users: userStore(db),
    sessions: sessionStore(db),
    officials: officialStore(db),
    audit: auditStore(db, tools.clock),
    jobs: jobStore(db, tools),
    events: eventStore(db),
    agendaSettings: agendaSettingStore(db),
    clashes: clashStore(db),
    series: seriesStore(db),
    invitations: invitationStore(db),
    agendaImports: agendaImportStore(db, tools),
    glances: glanceStore(db),
    agendaOut: agendaOutStore(db),
    notices: noticeStore(db),
    roster: rosterStore(db),
    releases: releaseStore(db),
    approval: approvalStore(db),
    partners: partnerStore(db),
    mailAccount: mailAccountStore(db),
    deliveries: deliveryStore(db),
    siteRows: siteRowStore(db),
    photos: photoStore(db),
    imports: importStore(db),
    happen: tools.happen,
  };
}

import { createRoute, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';
import { SettingsFrame } from './settings-frame.tsx';

/** Parent of every part of Pengaturan. */
const settingsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan',
  staticData: { crumb: (w) => w.frame.settings },
  component: SettingsFrame,
});

const index = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  component: () => <Navigate to="/pengaturan/akun" replace />,
});
const account = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/akun',
  staticData: { crumb: (w) => w.settings.account },
  component: lazyRouteComponent(() => import('./account.tsx'), 'Account'),
});
const office = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/kantor',
  staticData: { crumb: (w) => w.settings.office },
  component: lazyRouteComponent(() => import('./office.tsx'), 'OfficeSettings'),
});
const people = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/orang',
  staticData: { crumb: (w) => w.settings.people },
  component: lazyRouteComponent(() => import('./people.tsx'), 'People'),
});
const officials = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/pejabat',
  staticData: { crumb: (w) => w.officials.title },
  component: lazyRouteComponent(() => import('./officials.tsx'), 'Officials'),
});
const sessions = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/sesi',
  staticData: { crumb: (w) => w.settings.sessions },
  component: lazyRouteComponent(() => import('./sessions.tsx'), 'Sessions'),
});
const mail = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/surel',
  staticData: { crumb: (w) => w.settings.mail },
  component: lazyRouteComponent(() => import('../channels/mail-settings.tsx'), 'MailSettings'),
});
const numbering = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/nomor',
  staticData: { crumb: (w) => w.approval.numbering },
  component: lazyRouteComponent(() => import('../approval/number-settings.tsx'), 'NumberSettings'),
});
const reminders = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/pengingat',
  staticData: { crumb: (w) => w.notices.reminders },
  component: lazyRouteComponent(() => import('../notices/reminder-settings.tsx'), 'ReminderSettings'),
});
const calendar = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/kalender',
  staticData: { crumb: (w) => w.agendaOut.settings },
  component: lazyRouteComponent(() => import('../agenda/share/calendar-and-folder.tsx'), 'CalendarAndFolder'),
});
const agendaRules = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/agenda',
  staticData: { crumb: (w) => w.agendaRules.title },
  component: lazyRouteComponent(() => import('../agenda/settings/agenda-rules.tsx'), 'AgendaRules'),
});
const site = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/situs',
  staticData: { crumb: (w) => w.settings.site },
  component: lazyRouteComponent(() => import('./site-and-whatsapp.tsx'), 'SiteAndWhatsapp'),
});
const backup = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/cadangan',
  staticData: { crumb: (w) => w.settings.backup },
  component: lazyRouteComponent(() => import('./backup.tsx'), 'Backup'),
});
const audit = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/jejak-audit',
  staticData: { crumb: (w) => w.settings.audit },
  validateSearch: (search: Record<string, unknown>): { jenis?: string; id?: string } => ({
    ...(typeof search.jenis === 'string' ? { jenis: search.jenis } : {}),
    ...(typeof search.id === 'string' ? { id: search.id } : {}),
  }),
  component: lazyRouteComponent(() => import('./audit.tsx'), 'Audit'),
});

export const settingsRoutes = [
  settingsRoute.addChildren([
    index,
    account,
    office,
    people,
    officials,
    sessions,
    numbering,
    reminders,
    agendaRules,
    calendar,
    mail,
    site,
    backup,
    audit,
  ]),
] as const;

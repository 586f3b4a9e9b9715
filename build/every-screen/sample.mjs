// The sample office and all its scenes; those that change it come last.
import { visit } from '../../tests/harness/client.ts';
import { startCore } from '../../tests/harness/core-process.ts';
import { decisions } from './decisions.mjs';
import { frame } from './frame.mjs';
import { homeAndAgenda } from './home-and-agenda.mjs';
import { partners } from './partners.mjs';
import { photosAndDistribution } from './photos-and-distribution.mjs';
import { releases } from './releases.mjs';
import { settings } from './settings.mjs';

export async function demo() {
  const core = await startCore({ demo: true });
  const { choose } = await (await visit(core)).rpc.session.status();
  const people = {};
  for (const role of ['head', 'admin', 'writer', 'protocol', 'documentation', 'observer', 'contributor', 'editor']) {
    people[role] = await visit(core);
    await people[role].rpc.session.signInAs({ userId: choose.find((one) => one.roles.includes(role)).userId });
  }
  const releases = await people.head.rpc.releases.list({});
  const of = (state) => releases.find((release) => release.state === state);
  const day = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);
  const events = await people.protocol.rpc.agenda.list({ from: day(-10), to: day(14) });
  const event = (state) => events.find((one) => one.state === state);
  return {
    core,
    people,
    draft: of('draft'),
    returned: of('returned'),
    submitted: of('submitted'),
    approved: of('approved'),
    sent: of('distributed'),
    confirmed: event('confirmed'),
    cancelled: event('cancelled'),
    postponed: event('postponed'),
    delegated: events.find((one) => one.attendance.some((answer) => answer.answer === 'delegated')),
    done: events.find((one) => one.id === of('distributed').eventId),
    close: () => core.dispose(),
  };
}

export const demoScenes = [
  ...homeAndAgenda,
  ...releases,
  ...photosAndDistribution,
  ...partners,
  ...settings,
  ...frame,
  ...decisions,
];

// An office whose mail meets every fate.
import { join } from 'node:path';
import { mailServer, saying } from '../../tests/builders/mail-server.ts';
import { approvedRelease } from '../../tests/harness/approved-release.ts';
import { firstStart } from '../../tests/harness/client.ts';
import { startCore } from '../../tests/harness/core-process.ts';
import { press } from './acts.mjs';

export async function troubled() {
  const smtp = await mailServer({
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('tolak') ? done(saying(550, '5.1.1 Kotak surat tidak ada')) : done(),
    afterBody: ({ to }, cut) => {
      if (to[0]?.startsWith('putus')) cut();
    },
  });
  const core = await startCore({});
  const founder = await firstStart(core);
  const { rpc } = founder;
  await rpc.office.change({ selfApproval: true, version: 1 });
  const account = {
    host: '127.0.0.1',
    port: smtp.port,
    security: 'plain',
    allowPlain: true,
    user: '',
    connections: 1,
    fromName: 'Prokopim Denpasar',
    fromAddress: 'prokopim@denpasar.example',
    replyTo: '',
    unsubscribeTo: '',
  };
  await rpc.channels.setSmtp({ ...account, version: null });
  const memberIds = [];
  for (const [name, email] of [
    ['Komang Sari', 'komang@balipagi.example'],
    ['Putu Arya', 'tolak@harianbali.example'],
    ['Made Wirawan', 'putus@radiobali.example'],
  ])
    memberIds.push((await rpc.partners.addJournalist({ name, email })).id);
  const { id: group } = await rpc.partners.addGroup({ name: 'Forum Wartawan', kind: 'email', memberIds });
  const { id: whatsapp } = await rpc.partners.addGroup({
    name: 'Media Center Prokopim',
    kind: 'whatsapp',
    note: 'admin: Bu Ketut',
  });
  await rpc.site.change({
    folder: join(core.dataFolder, 'Situs'),
    baseUrl: 'https://prokopim.denpasar.example/berita',
    title: 'Ruang Berita Denpasar',
    description: 'Siaran pers Pemerintah Kota Denpasar.',
    version: 0,
  });
  const release = await approvedRelease(founder, { title: 'Wali Kota Buka Pekan Literasi di Graha Sewaka Dharma' });
  return {
    core,
    smtp,
    release,
    group,
    whatsapp,
    people: { founder },
    close: async () => {
      await core.dispose();
      await smtp.close();
    },
  };
}
const atSend = (place) => `/distribusi/${place.release.id}`;

export const troubledScenes = [
  ['kirim-sungguhan', 'founder', atSend],
  [
    'kirim-bermasalah',
    'founder',
    atSend,
    async (page, w) => {
      await page.keyboard.press('Control+Enter');
      await page.getByText(w.states.delivery.unknown).first().waitFor({ timeout: 15_000 });
      await page.waitForTimeout(1500);
    },
  ],
  [
    'kirim-lagi',
    'founder',
    atSend,
    async (page, w) =>
      page
        .getByRole('button', { name: new RegExp(`^${w.distribution.sendAgain}`) })
        .first()
        .click(),
  ],
  ['distribusi-bermasalah', 'founder', '/distribusi'],
  ['beranda-bermasalah', 'founder', '/'],
  [
    'uji-koneksi-berhasil',
    'founder',
    '/pengaturan/surel',
    async (page, w) => {
      await press(page, w.mail.test);
      await page.waitForTimeout(1500);
    },
  ],
  [
    'uji-koneksi-gagal',
    'founder',
    '/pengaturan/surel',
    async (page, w) => {
      await page.getByLabel(w.mail.port).fill('9');
      await press(page, w.mail.test);
      await page.waitForTimeout(2500);
    },
  ],
  ['naskah-bermasalah', 'founder', (place) => `/siaran-pers/${place.release.id}`],
];

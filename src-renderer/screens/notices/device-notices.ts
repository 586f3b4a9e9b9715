import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Notice } from '../../../src-main/contract/notices.ts';
import { client } from '../../client.ts';
import { desk } from '../../desk.ts';
import { useMe } from '../../frame/session.tsx';
import { useWords, type Words } from '../../words/words.tsx';
import { sayNotice, useSayTold, useSayWhen } from './say-told.ts';

const WANTED = 'kulkul.notify';
const LAST = 'kulkul.notified.';
const LOCK = 'kulkul-notify';
/** So many are shown one by one; more are one. */
const ONE_BY_ONE = 2;

/** Whether this device may show notifications, and whether the person wants it to. */
export type DeviceNotices = 'on' | 'off' | 'denied' | 'none';

/** In the window they are on until switched off; a browser asks its person first, in the settings. */
export function deviceNotices(): DeviceNotices {
  if (desk) return kept(WANTED) === 'off' ? 'off' : 'on';
  if (typeof Notification === 'undefined' || !window.isSecureContext) return 'none';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && kept(WANTED) === 'on' ? 'on' : 'off';
}

/** Switches them; a browser may ask. @returns what it is now */
export async function setDeviceNotices(on: boolean): Promise<DeviceNotices> {
  if (on && !desk && typeof Notification !== 'undefined') await Notification.requestPermission();
  keep(WANTED, on ? 'on' : 'off');
  return deviceNotices();
}

/** Shows what is new as notifications of the device, once for all windows of this person on it, while nobody looks at this one. */
export function useDeviceNotices(): void {
  const w = useWords();
  const { userId } = useMe();
  const change = useSayTold();
  const when = useSayWhen();
  const navigate = useNavigate();
  const list = useQuery(client.notices.list.queryOptions()).data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is the occasion; the words may change without one
  useEffect(() => {
    if (!list) return;
    void alone(() => {
      const key = `${LAST}${userId}`;
      const last = kept(key);
      // ids begin with a digit or a letter: '0' is before all of them
      const newest = list.notices.reduce((id, notice) => (notice.id > id ? notice.id : id), '0');
      if (last !== null && newest <= last) return;
      keep(key, newest);
      // the first time on this device everything is old; whoever looks at the page sees it there
      if (last === null || deviceNotices() !== 'on' || (document.visibilityState === 'visible' && document.hasFocus()))
        return;
      // one for each event: the newest says how it stands
      const events = new Set<string>();
      const fresh = list.notices.filter((notice) => {
        if (notice.read || notice.id <= last) return false;
        const about = notice.event?.id ?? notice.id;
        return !events.has(about) && events.add(about);
      });
      const open = (to: string) => void navigate({ to: to as '/' });
      const said = (notice: Notice): string[] =>
        notice.event ? [notice.event.title, when(notice.event), ...notice.changes.map((one) => change(one).new)] : [];
      if (fresh.length > ONE_BY_ONE) {
        const sentences = [...new Set(fresh.map((notice) => sayNotice(notice, w)))];
        show({ title: w.notices.bundle(fresh.length), body: sentences.join('\n'), to: '/kabar' }, open);
      } else for (const notice of fresh) show(wordsOf(notice, said(notice), w), open);
    });
  }, [list, userId]);
}

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly to: string;
}

/** Anybody may read a locked screen: of a closed event it says that there is news, and nothing else. */
function wordsOf(notice: Notice, said: readonly string[], w: Words): Shown {
  const to = notice.event ? `/agenda/${notice.event.id}` : '/kabar';
  if (notice.event?.closed) return { title: w.notices.closedTitle, body: w.notices.closedBody, to };
  return { title: sayNotice(notice, w), body: said.join(' · '), to };
}

function show({ title, body, to }: Shown, open: (to: string) => void): void {
  if (desk) {
    void desk.notify({ title, body }).then((clicked) => clicked && open(to));
    return;
  }
  try {
    const notice = new Notification(title, { body, tag: to, icon: '/kulkul.svg' });
    notice.onclick = () => {
      window.focus();
      open(to);
      notice.close();
    };
  } catch {
    // Chrome on Android shows none without a service worker: there the bell tells
  }
}

/** One window of a browser at a time, so that each notice is shown by one of them. */
async function alone(work: () => void): Promise<void> {
  if (typeof navigator.locks === 'undefined') work();
  else await navigator.locks.request(LOCK, work);
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // a browser that keeps nothing shows nothing either: it could not tell what is new
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // see above
  }
}

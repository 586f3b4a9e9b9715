import { useDebouncedValue } from '@mantine/hooks';
import type { SpotlightActionData } from '@mantine/spotlight';
import { IconCalendarEvent, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { dayOf, relativeDayText } from '../../src-main/words/when.ts';
import { client } from '../client.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import { useMay, useOffice } from './session.tsx';

/** Ids of what the core found begin so; its own search has decided that they fit. */
export const FOUND = 'found:';

/** Fewer letters would find everything. */
const LETTERS = 3;
const SHOWN = 5;
const DAYS_AROUND = 120;

interface Found {
  readonly actions: readonly SpotlightActionData[];
  /** The core has not answered these words yet: that nothing fits is not known. */
  readonly searching: boolean;
  /** It could not answer them. */
  readonly failed: boolean;
}

/** Releases and events whose words fit, for the palette. */
export function useFound(query: string): Found {
  const w = useWords();
  const language = useLanguage();
  const may = useMay();
  const router = useRouter();
  const { zone } = useOffice();
  const [words] = useDebouncedValue(query.trim(), 200);
  const asked = words.length >= LETTERS;
  const now = Date.now();
  const dayAt = (days: number) => dayOf(new Date(now + days * 86_400_000).toISOString(), zone);
  const today = dayAt(0);
  const releases = useQuery(
    client.releases.list.queryOptions({
      input: { search: words.slice(0, 100), limit: SHOWN },
      enabled: asked && may('releases.read'),
    }),
  );
  const events = useQuery(
    client.agenda.span.queryOptions({
      input: { from: dayAt(-DAYS_AROUND), to: dayAt(DAYS_AROUND), text: words.slice(0, 200) },
      enabled: asked && may('agenda.read'),
    }),
  );
  const typed = query.trim().length >= LETTERS;
  const searching = typed && (words !== query.trim() || releases.isLoading || events.isLoading);
  const failed = asked && (releases.isError || events.isError);
  if (!asked) return { actions: [], searching, failed };
  const byNearness = [...(events.data?.events ?? [])].sort(
    (a, b) => Math.abs(Date.parse(a.startsAt) - now) - Math.abs(Date.parse(b.startsAt) - now),
  );
  const actions = [
    ...byNearness.slice(0, SHOWN).map((event) => ({
      id: `${FOUND}${event.id}`,
      label: event.title,
      description: [relativeDayText(event.day, today, language), event.venue].filter(Boolean).join(' · '),
      leftSection: <IconCalendarEvent size={18} stroke={1.6} aria-hidden />,
      onClick: () => void router.navigate({ to: '/agenda/$eventId', params: { eventId: event.id } }),
    })),
    ...(releases.data ?? []).map((release) => ({
      id: `${FOUND}${release.id}`,
      label: release.title || w.home.untitled,
      description: w.states.release[release.state],
      leftSection: <IconFileText size={18} stroke={1.6} aria-hidden />,
      onClick: () => void router.navigate({ to: '/siaran-pers/$releaseId', params: { releaseId: release.id } }),
    })),
  ];
  return { actions, searching, failed };
}

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import { dayOf } from '../../../../src-main/words/when.ts';
import { client, refusalOf, rpc } from '../../../client.ts';
import { useNow } from '../../../components/when.tsx';
import { useOffice } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import { dayAfter } from '../share/subject.ts';
import type { Says } from './differences.ts';

/** So many are offered at once; more words find the others. */
const MOST = 12;
const BACK_DAYS = 30;
const AHEAD_DAYS = 180;
/** A day on which nothing is looked for: it stands where the words name none. */
const NO_DAY = '2000-01-01';

interface EventSearchProps {
  /** The day that the message speaks of; its events are offered before anything is typed. */
  readonly near: string | null;
  readonly says: Says;
  readonly onFound: (event: Event) => void;
}

/** Finds the event that is meant among all of the agenda, by words of it or by its date. */
export function EventSearch({ near, says, onFound }: EventSearchProps) {
  const w = useWords();
  const { zone } = useOffice();
  const today = dayOf(useNow(), zone);
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 200);
  const [opened, setOpened] = useState(false);
  const found = useQuery({
    queryKey: [...client.agenda.key(), 'search-for-change', asked, near, today],
    queryFn: () => lookFor(asked, near, today),
    enabled: opened,
    placeholderData: keepPreviousData,
  });
  const events = found.data ?? [];
  const take = (event: Event) => {
    setWords('');
    onFound(event);
  };
  return (
    // the Enter that chooses must not accept the card
    // biome-ignore lint/a11y/noStaticElementInteractions: hears only what bubbles out of the field
    <div
      onKeyDownCapture={(event) => {
        const [first] = events;
        // what was found last is not marked yet when Enter follows the words at once
        const isMarked = event.currentTarget.querySelector('[data-combobox-selected]') !== null;
        if (event.key !== 'Enter' || isMarked || !first || words.trim() === '' || asked !== words.trim()) return;
        event.preventDefault();
        event.stopPropagation();
        take(first);
      }}
      onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
    >
      <Select
        label={w.paste.searchEvent}
        placeholder={w.paste.searchEventHelp}
        size="sm"
        searchable
        searchValue={words}
        onSearchChange={setWords}
        value={null}
        onChange={(id) => {
          const event = events.find((one) => one.id === id);
          if (event) take(event);
        }}
        onDropdownOpen={() => setOpened(true)}
        filter={({ options }) => options}
        data={events.map((event) => ({
          value: event.id,
          label: [event.title, says.when(event), event.venue].filter(Boolean).join(' · '),
        }))}
        nothingFoundMessage={found.isSuccess && asked === words.trim() ? w.paste.searchEventNone : undefined}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={260}
        selectFirstOptionOnChange
        data-search-event
      />
    </div>
  );
}

async function lookFor(words: string, near: string | null, today: string): Promise<Event[]> {
  if (words === '') return (await rpc.agenda.list(around(near, today))).slice(0, MOST);
  const read = await rpc.agenda.readWhen({ text: words.slice(0, 200), near: `${NO_DAY}T00:00` });
  const day = read.start?.slice(0, 10) ?? NO_DAY;
  if (day !== NO_DAY) return (await rpc.agenda.list({ from: day, to: day })).slice(0, MOST);
  const span = { from: dayAfter(today, -BACK_DAYS), to: dayAfter(today, AHEAD_DAYS) };
  const text = words.slice(0, 200);
  const events = await rpc.agenda.list({ ...span, text }).catch((problem: unknown) => {
    // what is meant is near, most often; more words find what is not
    if (refusalOf(problem)?.code !== 'too_many_listed') throw problem;
    return rpc.agenda.list({ from: today, to: dayAfter(today, 7), text });
  });
  // what is still to come is changed more often than what was
  return [...events.filter((one) => one.day >= today), ...events.filter((one) => one.day < today).reverse()].slice(
    0,
    MOST,
  );
}

function around(near: string | null, today: string): { from: string; to: string } {
  return near === null ? { from: today, to: dayAfter(today, 7) } : { from: near, to: near };
}

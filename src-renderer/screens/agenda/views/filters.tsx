import { ActionIcon, Button, Checkbox, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { eventKinds, eventStates } from '../../../../src-main/contract/agenda-nouns.ts';
import { client } from '../../../client.ts';
import { useMay } from '../../../frame/session.tsx';
import { useWords, type Words } from '../../../words/words.tsx';
import type { AgendaSearch } from '../routes.tsx';
import { useOfficials } from '../use-officials.ts';
import classes from './filters.module.css';

interface FiltersProps {
  readonly search: AgendaSearch;
  readonly onChange: (change: Partial<AgendaSearch>) => void;
}

/** Every filter off. */
export const unfiltered: Partial<AgendaSearch> = {
  cari: undefined,
  pimpinan: undefined,
  petugas: undefined,
  jenis: undefined,
  keadaan: undefined,
  akses: undefined,
  rilis: undefined,
};

/** Who may be of a crew; nobody where this person may not see who is in the office. */
function usePeople() {
  const may = useMay();
  const people = useQuery(client.people.list.queryOptions({ enabled: may('people.read') })).data ?? [];
  return people.filter((one) => one.active);
}

/** The filters that are on, each with its words and how to let it go. */
function activeOf(
  search: AgendaSearch,
  w: Words,
  called: (id: string) => string,
  people: readonly { readonly id: string; readonly name: string }[],
) {
  const found: { key: keyof AgendaSearch; words: string }[] = [];
  if (search.cari) found.push({ key: 'cari', words: w.views.text(search.cari) });
  if (search.pimpinan) found.push({ key: 'pimpinan', words: called(search.pimpinan) });
  if (search.petugas)
    found.push({ key: 'petugas', words: people.find((one) => one.id === search.petugas)?.name ?? w.views.person });
  if (search.jenis) found.push({ key: 'jenis', words: w.agenda.kinds[search.jenis] });
  if (search.keadaan) found.push({ key: 'keadaan', words: w.states.event[search.keadaan] });
  if (search.akses)
    found.push({ key: 'akses', words: search.akses === 'publik' ? w.views.accessPublic : w.views.accessClosed });
  if (search.rilis) found.push({ key: 'rilis', words: w.views.release });
  return found;
}

export function isFiltered(search: AgendaSearch): boolean {
  return Object.keys(unfiltered).some((key) => search[key as keyof AgendaSearch] !== undefined);
}

/**
 * One field to search in and one button; what narrows the view is said under it and let go by one press. A step to another day says
 * nothing new here, and is not waited for.
 */
export const Filters = memo(FilterFields, (before, now) => {
  const same = Object.keys(unfiltered).every(
    (key) => before.search[key as keyof AgendaSearch] === now.search[key as keyof AgendaSearch],
  );
  return same && before.onChange === now.onChange;
});

function FilterFields({ search, onChange }: FiltersProps) {
  const w = useWords();
  const { leaders, called } = useOfficials();
  const people = usePeople();
  const active = activeOf(search, w, called, people);
  const choice = (label: string, key: keyof AgendaSearch, options: readonly { value: string; label: string }[]) => (
    <Select
      label={label}
      value={(search[key] as string | undefined) ?? ''}
      onChange={(value) => onChange({ [key]: value || undefined })}
      data={[{ value: '', label: w.views.anyone }, ...options]}
      comboboxProps={{ withinPortal: false }}
    />
  );
  return (
    <>
      <TextInput
        data-filter
        aria-label={w.agenda.filter}
        placeholder={w.agenda.filter}
        leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
        rightSection={
          search.cari ? (
            <ActionIcon
              size="sm"
              aria-label={w.views.without(w.views.text(search.cari))}
              onClick={() => onChange({ cari: undefined })}
            >
              <IconX size={14} stroke={2} aria-hidden />
            </ActionIcon>
          ) : null
        }
        value={search.cari ?? ''}
        onChange={(event) => onChange({ cari: event.currentTarget.value || undefined })}
        className={classes.search}
        visibleFrom="phone"
      />
      <Popover position="bottom-end" trapFocus returnFocus withinPortal={false}>
        <Popover.Target>
          <Button variant="default" leftSection={<IconFilter size={16} stroke={1.8} aria-hidden />}>
            {w.views.filters}
            {active.length > 0 ? (
              <>
                <span className={classes.number} aria-hidden>
                  {active.length}
                </span>
                <span className="k-unseen">, {w.views.filtersOn(active.length)}</span>
              </>
            ) : null}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={w.views.filters}>
          <Stack gap="sm" className={classes.panel}>
            <TextInput
              aria-label={w.agenda.filter}
              placeholder={w.agenda.filter}
              leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
              value={search.cari ?? ''}
              onChange={(event) => onChange({ cari: event.currentTarget.value || undefined })}
              hiddenFrom="phone"
            />
            {choice(
              w.views.leader,
              'pimpinan',
              leaders.map((leader) => ({ value: leader.id, label: leader.shortPosition || leader.name })),
            )}
            {people.length > 0
              ? choice(
                  w.views.person,
                  'petugas',
                  people.map((one) => ({ value: one.id, label: one.name })),
                )
              : null}
            {choice(
              w.views.kind,
              'jenis',
              eventKinds.map((kind) => ({ value: kind, label: w.agenda.kinds[kind] })),
            )}
            {choice(
              w.views.state,
              'keadaan',
              eventStates.map((state) => ({ value: state, label: w.states.event[state] })),
            )}
            {choice(w.views.access, 'akses', [
              { value: 'publik', label: w.views.accessPublic },
              { value: 'tertutup', label: w.views.accessClosed },
            ])}
            <Checkbox
              label={w.views.release}
              checked={search.rilis ?? false}
              onChange={(event) => onChange({ rilis: event.currentTarget.checked ? true : undefined })}
            />
            <Button variant="default" disabled={active.length === 0} onClick={() => onChange(unfiltered)}>
              {w.views.clear}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

/** What narrows the view now; nothing where nothing does. */
export function ActiveFilters({ search, onChange }: FiltersProps) {
  const w = useWords();
  const { called } = useOfficials();
  const active = activeOf(search, w, called, usePeople());
  if (active.length === 0) return null;
  return (
    <div className={classes.active}>
      {active.map(({ key, words }) => (
        <button
          key={key}
          type="button"
          className={classes.one}
          aria-label={w.views.without(words)}
          onClick={() => onChange({ [key]: undefined })}
        >
          {words}
          <IconX size={13} stroke={2} aria-hidden />
        </button>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={() => onChange(unfiltered)}>
        {w.views.clear}
      </Button>
    </div>
  );
}

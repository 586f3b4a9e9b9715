import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Official } from '../../../../src-main/contract/register.ts';
import { rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { Chip } from '../../../components/state-chip.tsx';
import { useOffice } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import classes from './paste.module.css';

interface LeadersConfirmProps {
  /** Proposed by accepted cards, not confirmed yet. */
  readonly officials: readonly Official[];
  readonly onDone: () => void;
}

/** All leaders a paste brought, and who stands in for them, corrected and confirmed in one list. */
export function LeadersConfirm({ officials, onDone }: LeadersConfirmProps) {
  const w = useWords();
  const { city } = useOffice();
  const [rows, setRows] = useState(() =>
    officials.map((official) => ({
      official,
      // The position stands where no name was told; a person has to type the name.
      name: official.name === official.shortPosition ? '' : official.name,
      position: official.position === official.shortPosition ? withCity(official.position, city) : official.position,
      drop: false,
    })),
  );
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      await rpc.register.confirmOfficials({
        officials: rows
          .filter((row) => !row.drop)
          .map(({ official, name, position }) => ({
            id: official.id,
            name: name.trim() || official.shortPosition,
            position: position.trim(),
            shortPosition: official.shortPosition,
            shortName: name.trim() || official.shortName,
            leader: official.leader,
          })),
        dropIds: rows.filter((row) => row.drop).map((row) => row.official.id),
      });
      setSaved(true);
      onDone();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  if (saved) {
    return (
      <Chip tone="green" icon={IconCheck}>
        {w.agenda.leadersSaved}
      </Chip>
    );
  }
  return (
    <section className={classes.leaders} aria-label={w.agenda.leadersFound}>
      <h2 className={classes.leadersTitle}>{w.agenda.leadersFound}</h2>
      <p className={classes.leadersHelp}>{w.agenda.leadersFoundHelp}</p>
      {rows.map((row, index) => {
        const set = (change: Partial<typeof row>) =>
          setRows(rows.map((other, at) => (at === index ? { ...other, ...change } : other)));
        return (
          <div key={row.official.id} className={classes.leaderRow} data-drop={row.drop || undefined}>
            <strong>{row.official.shortPosition}</strong>
            <TextInput
              label={w.agenda.leaderName}
              value={row.name}
              disabled={row.drop}
              autoComplete="off"
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <TextInput
              label={w.agenda.leaderPosition}
              value={row.position}
              disabled={row.drop}
              autoComplete="off"
              onChange={(event) => set({ position: event.currentTarget.value })}
            />
            <Checkbox
              label={w.agenda.leaderDrop}
              checked={row.drop}
              onChange={(event) => set({ drop: event.currentTarget.checked })}
            />
          </div>
        );
      })}
      <Problem error={error} />
      <Button onClick={() => void save()} loading={busy} variant="light">
        {w.agenda.confirmLeaders}
      </Button>
    </section>
  );
}

/** `Wali Kota` of Denpasar is most likely `Wali Kota Denpasar`; the person sees it in the field and can change it. */
function withCity(position: string, city: string): string {
  const local = /^(?:(?:Plt|Plh|Pj|Pjs)\. )?(?:Wakil )?(?:Wali Kota|Bupati|Gubernur)$/.test(position);
  return local && city !== '' ? `${position} ${city}` : position;
}

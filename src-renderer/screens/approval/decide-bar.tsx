import { Button, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Sheet } from '../../../src-main/contract/approval-nouns.ts';
import { client } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import type { DecidedAs } from './decided.tsx';
import { HoldButton } from './hold-button.tsx';
import classes from './sheet.module.css';

interface DecideBarProps {
  readonly sheet: Sheet;
  readonly canDecide: boolean;
  readonly moved: boolean;
  readonly onChange: () => void;
  readonly onDecided: (as: DecidedAs) => void;
  readonly onRefused: () => void;
}

/** The decision, below the thumb: hold to approve, change, return with a note. */
export function DecideBar({ sheet, canDecide, moved, onChange, onDecided, onRefused }: DecideBarProps) {
  const words = useWords();
  const w = words.approval;
  const may = useMay();
  const [returning, setReturning] = useState(false);
  const releaseId = sheet.release.id;
  const approve = useMutation(
    client.approval.approve.mutationOptions({
      onSuccess: (frozen) => onDecided({ as: 'approved', frozen }),
      onError: onRefused,
    }),
  );
  const waits = sheet.release.state === 'submitted';
  const mayReturn = waits && (may('releases.decide') || may('releases.edit'));
  if (!waits) return null;
  if (returning)
    return (
      <ReturnForm
        releaseId={releaseId}
        onCancel={() => setReturning(false)}
        onReturned={() => onDecided({ as: 'returned' })}
      />
    );
  const blocked = sheet.facts.some((fact) => fact.blocks);
  return (
    <div className={classes.bar}>
      <Problem error={approve.error} />
      {sheet.decideFor ? (
        <p className={classes.soft}>
          {words.roster.deciding(words.states.role[sheet.decideFor.role], sheet.decideFor.name)}
        </p>
      ) : null}
      {sheet.decide === 'own' ? <p className={classes.soft}>{w.ownBlocked}</p> : null}
      <div className={classes.barRow}>
        {mayReturn ? (
          <Button
            className={classes.side}
            variant="default"
            leftSection={<IconArrowBackUp size={18} stroke={1.8} aria-hidden />}
            onClick={() => setReturning(true)}
          >
            {w.return}
          </Button>
        ) : null}
        {canDecide ? (
          <>
            <Button
              className={classes.side}
              variant="default"
              leftSection={<IconPencil size={18} stroke={1.8} aria-hidden />}
              onClick={onChange}
              disabled={moved}
            >
              {w.change}
            </Button>
            <HoldButton
              busy={approve.isPending}
              disabled={moved || blocked}
              onHeld={() => approve.mutate({ releaseId, seenHash: sheet.contentHash })}
            >
              {w.approveHold}
            </HoldButton>
          </>
        ) : null}
      </div>
    </div>
  );
}

interface ReturnFormProps {
  readonly releaseId: string;
  readonly onCancel: () => void;
  readonly onReturned: () => void;
}

function ReturnForm({ releaseId, onCancel, onReturned }: ReturnFormProps) {
  const words = useWords();
  const w = words.approval;
  const [note, setNote] = useState('');
  const back = useMutation(client.approval.return.mutationOptions({ onSuccess: onReturned }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    back.mutate({ releaseId, note });
  };
  return (
    <form className={classes.bar} onSubmit={send} aria-label={w.returnTitle}>
      <Textarea
        label={w.returnNote}
        placeholder={w.returnNoteExample}
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
        autoFocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Problem error={back.error} />
      <div className={classes.barRow}>
        <Button variant="default" onClick={onCancel} data-back>
          {words.frame.cancel}
        </Button>
        <Button type="submit" className={classes.grow} loading={back.isPending} data-primary>
          {w.return}
        </Button>
      </div>
    </form>
  );
}

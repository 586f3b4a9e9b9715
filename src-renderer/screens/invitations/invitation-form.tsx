import { Button, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { contract } from '../../../src-main/contract/index.ts';
import type { InvitationFields } from '../../../src-main/contract/invitations.ts';
import { DayInput } from '../../components/day-input.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { Problem } from '../../components/problem.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import classes from './invitations.module.css';

interface InvitationFormProps<Saved> {
  readonly initial: InvitationFields;
  /** Something was read that is not kept yet: leaving asks first. */
  readonly begun?: boolean;
  readonly onSave: (fields: InvitationFields) => Promise<Saved>;
  /** Leads on; from here nothing typed can be lost. */
  readonly onSaved: (saved: Saved, how: 'keep' | 'schedule') => unknown;
  readonly onCancel: () => void;
  readonly keepWord: string;
  /** With it there are two ways to save. */
  readonly scheduleWord?: string;
  readonly notice?: ReactNode;
}

/** What a letter says of itself. */
export function InvitationForm<Saved>(props: InvitationFormProps<Saved>) {
  const { initial, begun = false, onSave, onSaved, onCancel, keepWord, scheduleWord, notice } = props;
  const w = useWords();
  const form = useForm({
    schema: inputOf(contract.invitations.add).omit({ fileId: true, eventId: true }),
    initialValues: { ...initial } as InvitationFields & Record<string, unknown>,
  });
  const how = useRef<'keep' | 'schedule'>('keep');
  const done = useRef(false);
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(submitted) => {
        // Enter and Ctrl+Enter press the first way; the button says which one it is
        const { submitter } = submitted.nativeEvent as SubmitEvent;
        how.current = submitter?.dataset.how === 'keep' || !scheduleWord ? 'keep' : 'schedule';
        submitted.preventDefault();
        void form.sending(async () => {
          const saved = await onSave(form.getValues());
          done.current = true;
          await onSaved(saved, how.current);
        })();
      }}
    >
      {notice}
      <TextInput label={w.invitations.subject} autoComplete="off" data-autofocus {...form.getInputProps('subject')} />
      <div className={classes.pair}>
        <TextInput label={w.invitations.letterNo} autoComplete="off" {...form.getInputProps('letterNo')} />
        <DayInput label={w.invitations.letterDay} clearable {...form.getInputProps('letterDay')} />
      </div>
      <TextInput label={w.invitations.organizer} autoComplete="off" {...form.getInputProps('organizer')} />
      <TextInput label={w.invitations.venue} autoComplete="off" {...form.getInputProps('venue')} />
      <Textarea label={w.invitations.note} autosize minRows={2} maxRows={8} {...form.getInputProps('note')} />
      <Problem>{form.problem}</Problem>
      <div className={classes.acts}>
        <Button variant="default" onClick={onCancel} data-back>
          {w.frame.cancel}
        </Button>
        {scheduleWord ? (
          <>
            <Button type="submit" variant="default" data-how="keep" loading={form.busy}>
              {keepWord}
            </Button>
            <Button type="submit" data-how="schedule" loading={form.busy} data-primary>
              {scheduleWord}
            </Button>
          </>
        ) : (
          <Button
            type="submit"
            // beside "Jadikan acara" the one thing to press is not this, until something was typed
            variant={form.isDirty() ? 'filled' : 'default'}
            data-how="keep"
            loading={form.busy}
            data-primary={form.isDirty() || undefined}
          >
            {keepWord}
          </Button>
        )}
      </div>
      <LeaveGuard loses={() => !done.current && (begun || form.isDirty())} words={w.forms} />
    </form>
  );
}

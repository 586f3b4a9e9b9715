import { Autocomplete, Button, Checkbox, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import type { z } from 'zod';
import { type Attendance, type Event, type EventFields, eventKinds } from '../../../src-main/contract/agenda-nouns.ts';
import type { Zone } from '../../../src-main/contract/basics.ts';
import { zoneShort } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { Problem } from '../../components/problem.tsx';
import { useForm } from '../../forms/use-form.ts';
import { useOffice } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';
import { AttendanceField } from './attendance-field.tsx';
import type { When } from './when.ts';
import { WhenField } from './when-field.tsx';

const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

interface EventFormProps<S extends z.ZodType, Saved> {
  readonly schema: S;
  /** The event to change, or null for a new one. */
  readonly event: Event | null;
  /** Day a new event is likely on. */
  readonly day?: string | undefined;
  /** Asks why, because people have planned with it. */
  readonly asksReason: boolean;
  readonly onSave: (input: z.output<S>) => Promise<Saved>;
  /** Leads on; from here nothing typed can be lost. */
  readonly onSaved: (saved: Saved) => unknown;
  readonly onCancel: () => void;
  readonly submit: string;
  /** Shown above the buttons. */
  readonly notice?: ReactNode;
}

/** Every field of an event. One form for new and changed ones. */
export function EventForm<S extends z.ZodType, Saved>(props: EventFormProps<S, Saved>) {
  const { schema, event, day, asksReason, onSave, onSaved, onCancel, submit, notice } = props;
  const w = useWords();
  const office = useOffice();
  const agencies = useQuery(client.register.agencies.queryOptions()).data ?? [];
  const form = useForm({
    schema,
    initialValues: {
      title: event?.title ?? '',
      kind: event?.kind ?? 'lainnya',
      when: event ? whenOf(event) : null,
      start: '',
      zone: event?.zone ?? office.zone,
      openEnd: event?.openEnd ?? false,
      venue: event?.venue ?? '',
      organizer: event?.organizer ?? '',
      dressCode: event?.dressCode ?? '',
      companions: event?.companions ?? '',
      note: event?.note ?? '',
      pressAccess: event?.pressAccess ?? 'open',
      releaseNeeded: event?.releaseNeeded ?? false,
      attendance: (event?.attendance ?? []) as Attendance[],
      state: 'confirmed',
      reason: '',
      end: '',
    } as Values,
    shape: ({ when, zone, openEnd, reason, state, ...rest }) => ({
      ...rest,
      ...(event ? { id: event.id, version: event.version, reason: reason || undefined } : { state }),
      start: when?.start ?? '',
      end: when?.end ?? null,
      openEnd: when?.end ? false : when?.openEnd || openEnd,
      zone,
    }),
  });
  const { values } = form;
  const done = useRef(false);
  /** A time stands there in words that were not understood. */
  const unread = useRef(false);
  const loses = () => !done.current && (unread.current || form.isDirty());
  const finish = useRef<(() => Promise<void>) | null>(null);
  const save = async (input: z.output<S>) => {
    const saved = await onSave(input);
    done.current = true;
    await onSaved(saved);
  };
  const errors = form.errors as Record<string, ReactNode>;
  const attendanceErrors = Object.fromEntries(
    values.attendance.map((_, index) => [
      index,
      Object.entries(errors).find(([path]) => path.startsWith(`attendance.${index}`))?.[1] as string | undefined,
    ]),
  );
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        // a time that was typed a moment ago is read before it is saved
        void (finish.current?.() ?? Promise.resolve()).then(() => form.sending(save)());
      }}
    >
      <TextInput
        label={w.agenda.name}
        autoComplete="off"
        data-autofocus
        autoFocus={!event}
        {...form.getInputProps('title')}
      />
      <WhenField
        label={w.agenda.when}
        value={values.when}
        zone={values.zone}
        {...(event ? { near: event.start } : day ? { near: `${day}T09:00` } : {})}
        onChange={(when, words) => {
          unread.current = when === null && words.trim() !== '';
          form.put('when', when);
          if (when) form.put('zone', when.zone);
          if (when?.openEnd) form.put('openEnd', true);
          form.clearErrorAt('start');
          form.clearErrorAt('end');
        }}
        error={(errors.start ?? errors.end) as string | undefined}
        finish={finish}
      />
      <div className={classes.pair}>
        <Select
          label={w.agenda.zone}
          data={zones.map((zone) => ({ value: zone, label: zoneShort(zone) }))}
          {...form.getInputProps('zone')}
        />
        <Checkbox
          label={w.agenda.openEnd}
          disabled={values.when?.end != null}
          mt={{ base: 0, phone: 28 }}
          {...form.getInputProps('openEnd', { type: 'checkbox' })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput label={w.agenda.venue} autoComplete="off" {...form.getInputProps('venue')} />
        <Select
          label={w.agenda.kind}
          data={eventKinds.map((kind) => ({ value: kind, label: w.agenda.kinds[kind] }))}
          {...form.getInputProps('kind')}
        />
      </div>
      <AttendanceField
        value={values.attendance}
        onChange={(next) => form.put('attendance', next)}
        errors={attendanceErrors}
      />
      <div className={classes.pair}>
        <Autocomplete
          label={w.agenda.organizer}
          data={[...new Set(agencies.map((agency) => agency.name))]}
          limit={8}
          {...form.getInputProps('organizer')}
        />
        <Autocomplete label={w.agenda.dress} data={w.agenda.dressHints} {...form.getInputProps('dressCode')} />
      </div>
      <TextInput label={w.agenda.companions} autoComplete="off" {...form.getInputProps('companions')} />
      <Textarea label={w.agenda.note} autosize minRows={2} maxRows={10} {...form.getInputProps('note')} />
      <div className={classes.pair}>
        <div>
          <div style={{ fontSize: '0.875rem', fontWeight: 500, marginBottom: 4 }}>{w.agenda.press}</div>
          <SegmentedControl
            aria-label={w.agenda.press}
            data={(['open', 'limited', 'closed'] as const).map((value) => ({
              value,
              label: w.agenda.pressAccess[value],
            }))}
            value={values.pressAccess}
            onChange={(value) => form.put('pressAccess', value)}
          />
        </div>
        {event ? null : (
          <div>
            <div style={{ fontSize: '0.875rem', fontWeight: 500, marginBottom: 4 }}>{w.agenda.stateNew}</div>
            <SegmentedControl
              aria-label={w.agenda.stateNew}
              data={(['proposed', 'tentative', 'confirmed'] as const).map((value) => ({
                value,
                label: w.states.event[value],
              }))}
              value={values.state}
              onChange={(value) => form.put('state', value)}
            />
          </div>
        )}
      </div>
      <Checkbox label={w.agenda.releaseNeeded} {...form.getInputProps('releaseNeeded', { type: 'checkbox' })} />
      {asksReason ? (
        <Autocomplete
          label={w.agenda.reason}
          description={w.agenda.reasonHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={w.agenda.reasons}
          {...form.getInputProps('reason')}
        />
      ) : null}
      {notice}
      <Problem>{form.problem}</Problem>
      <div className={classes.formActs}>
        <Button variant="default" onClick={onCancel} data-back>
          {w.frame.cancel}
        </Button>
        <Button type="submit" loading={form.busy} data-primary>
          {submit}
        </Button>
      </div>
      <LeaveGuard loses={loses} words={w.forms} />
    </form>
  );
}

interface Values extends Record<string, unknown> {
  title: string;
  kind: EventFields['kind'];
  when: When | null;
  /** Stand in for `when` where the core names the field of its refusal. */
  start: string;
  end: string;
  zone: Zone;
  openEnd: boolean;
  venue: string;
  organizer: string;
  dressCode: string;
  companions: string;
  note: string;
  pressAccess: EventFields['pressAccess'];
  releaseNeeded: boolean;
  attendance: Attendance[];
  state: string;
  reason: string;
}

export function whenOf(event: Event): When {
  return { start: event.start, end: event.end, openEnd: event.openEnd, zone: event.zone };
}

import { Autocomplete, Button, Checkbox, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { z } from 'zod';
import { type Event, eventKinds } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Zone } from '../../../../src-main/contract/basics.ts';
import { zoneShort } from '../../../../src-main/words/when.ts';
import { client } from '../../../client.ts';
import { LeaveGuard } from '../../../components/leave-guard.tsx';
import { Problem } from '../../../components/problem.tsx';
import { useForm } from '../../../forms/use-form.ts';
import { useOffice } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import classes from '../agenda.module.css';
import { SaysClosed } from '../event/says-closed.tsx';
import { useReasonHelp } from '../views/reason-field.tsx';
import type { When } from '../when.ts';
import { WhenField } from '../when-field.tsx';
import { AttendanceField } from './attendance-field.tsx';
import { CrewField } from './crew-field.tsx';
import fields from './fields.module.css';
import { FormClashes } from './form-clashes.tsx';
import { MoreFields } from './more-fields.tsx';
import { newLeadersOf } from './new-leaders.ts';
import { useFormClashes } from './use-form-clashes.ts';
import { type EventValues, fieldsOf, valuesOf } from './values.ts';

const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

interface EventFormProps<S extends z.ZodType, Saved> {
  readonly schema: S;
  /** The event to change, or null for a new one. */
  readonly event: Event | null;
  /** Day a new event is likely on. */
  readonly day?: string | undefined;
  /** What is known of a new one already. */
  readonly begin?: Partial<EventValues> | undefined;
  /** Asks why, because people have planned with it. */
  readonly asksReason: boolean;
  /** @param values all that stands in the fields, also what is no part of the event itself: repeating, scope */
  readonly onSave: (input: z.output<S>, values: EventValues) => Promise<Saved>;
  /** Leads on; from here nothing typed can be lost. */
  readonly onSaved: (saved: Saved) => unknown;
  readonly onCancel: () => void;
  readonly submit: string;
  /** Shown above the buttons. */
  readonly notice?: ReactNode;
  /** Shown beside the fields, such as the letter it comes from. */
  readonly beside?: ReactNode;
}

/** Every field of an event, and what clashes while it is filled. One form for new and changed ones. */
export function EventForm<S extends z.ZodType, Saved>(props: EventFormProps<S, Saved>) {
  const { schema, event, day, begin, asksReason, onSave, onSaved, onCancel, submit, notice, beside } = props;
  const w = useWords();
  const office = useOffice();
  const agencies = useQuery(client.register.agencies.queryOptions()).data ?? [];
  /** Clashes that were answered when it is sent; the newest look counts. */
  const toAnswer = useRef<readonly string[]>([]);
  const shape = (values: EventValues) => ({
    ...fieldsOf(values),
    ...(event ? { id: event.id, version: event.version, reason: values.reason || undefined } : { state: values.state }),
    newLeaders: newLeadersOf(values.newLeaders),
    answers: values.why.trim() === '' ? [] : toAnswer.current.map((key) => ({ key, reason: values.why.trim() })),
  });
  const form = useForm({ schema, initialValues: valuesOf(event, office.zone, begin), shape });
  const { values } = form;
  const reasonHelp = useReasonHelp(values.reason);
  const clashes = useFormClashes(event, values);
  toAnswer.current = clashes.toAnswer.map((clash) => clash.key);
  const done = useRef(false);
  /** A time stands there in words that were not understood. */
  const unread = useRef(false);
  const loses = () => !done.current && (unread.current || form.isDirty());
  const finish = useRef<(() => Promise<void>) | null>(null);
  /** The zone of a time that names none: never one that an earlier time named. */
  const [zone, setZone] = useState(values.zone);
  /** Grows when the time is changed by what stands beside its field, which is then written anew. */
  const [written, setWritten] = useState(0);
  const putWhen = (when: When) => {
    form.put('when', when);
    form.put('zone', when.zone);
    form.put('openEnd', when.openEnd);
  };
  const writeWhen = (change: Partial<When>) => {
    if (!values.when) return;
    putWhen({ ...values.when, ...change });
    setWritten(written + 1);
  };
  const save = async (input: z.output<S>) => {
    const saved = await onSave(input, form.getValues());
    done.current = true;
    await onSaved(saved);
  };
  const errors = form.errors as Record<string, ReactNode>;
  const errorsAt = (field: 'attendance' | 'crew') =>
    Object.fromEntries(
      values[field].map((_, index) => [
        index,
        Object.entries(errors).find(([path]) => path.startsWith(`${field}.${index}`))?.[1] as string | undefined,
      ]),
    );
  // beside the fields where there is room, else above the buttons: nobody should save before they have seen it
  const isNarrow = useMediaQuery('(max-width: 1100px)', undefined, { getInitialValueInEffect: false });
  const clashPanel = (
    <FormClashes
      {...clashes}
      why={values.why}
      onWhy={(why) => form.put('why', why)}
      onDelegate={(officialId) =>
        form.put(
          'attendance',
          values.attendance.map((answer) =>
            answer.officialId === officialId ? { ...answer, answer: 'delegated' as const } : answer,
          ),
        )
      }
    />
  );
  return (
    <form
      noValidate
      className={fields.layout}
      data-beside={beside ? true : undefined}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        // a time that was typed a moment ago is read before it is saved
        void (finish.current?.() ?? Promise.resolve()).then(() => form.sending(save)());
      }}
    >
      <div className={fields.main}>
        <TextInput
          label={w.agenda.name}
          autoComplete="off"
          data-autofocus
          autoFocus={!event}
          {...form.getInputProps('title')}
        />
        <WhenField
          key={written}
          label={w.agenda.when}
          value={values.when}
          zone={zone}
          {...(event ? { near: event.start } : day ? { near: `${day}T09:00` } : {})}
          onChange={(when, words) => {
            unread.current = when === null && words.trim() !== '';
            if (when) putWhen(when);
            else form.put('when', null);
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
            value={values.zone}
            allowDeselect={false}
            onChange={(chosen) => {
              if (!chosen) return;
              setZone(chosen as Zone);
              form.put('zone', chosen as Zone);
              writeWhen({ zone: chosen as Zone });
            }}
            error={form.errors.zone}
          />
          <Checkbox
            label={w.agenda.openEnd}
            disabled={values.when === null ? !values.openEnd : values.when.end !== null}
            mt={{ base: 0, phone: 28 }}
            checked={values.openEnd}
            onChange={(ticked) => {
              form.put('openEnd', ticked.currentTarget.checked);
              writeWhen({ openEnd: ticked.currentTarget.checked });
            }}
          />
        </div>
        <div className={classes.pair}>
          <TextInput label={w.agenda.venue} autoComplete="off" {...form.getInputProps('venue')} />
          <Select
            label={w.agenda.kind}
            allowDeselect={false}
            searchable
            data={eventKinds.map((kind) => ({ value: kind, label: w.agenda.kinds[kind] }))}
            {...form.getInputProps('kind')}
          />
        </div>
        <AttendanceField
          value={values.attendance}
          newLeaders={values.newLeaders}
          onChange={(next, newLeaders) => {
            form.put('attendance', next);
            form.put('newLeaders', newLeaders);
          }}
          errors={errorsAt('attendance')}
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
        <Checkbox label={w.agenda.releaseNeeded} {...form.getInputProps('releaseNeeded', { type: 'checkbox' })} />
        <CrewField
          value={values.crew}
          onChange={(crew) => form.put('crew', crew)}
          duties={event?.crew ?? []}
          errors={errorsAt('crew')}
        />
        <MoreFields form={form} event={event} errors={errors} days={clashes.days} />
        <Textarea label={w.agenda.note} autosize minRows={2} maxRows={10} {...form.getInputProps('note')} />
        <div className={classes.pair}>
          <Segmented
            label={w.agenda.press}
            data={(['open', 'limited', 'closed'] as const).map((value) => ({
              value,
              label: w.agenda.pressAccess[value],
            }))}
            value={values.pressAccess}
            onChange={(value) => form.put('pressAccess', value)}
          />
          {event ? null : (
            <Segmented
              label={w.agenda.stateNew}
              data={(['proposed', 'tentative', 'confirmed'] as const).map((value) => ({
                value,
                label: w.states.event[value],
              }))}
              value={values.state}
              onChange={(value) => form.put('state', value)}
            />
          )}
        </div>
        <SaysClosed
          event={values}
          onAnswer={(answer) =>
            'pressAccess' in answer
              ? form.put('pressAccess', answer.pressAccess)
              : form.put('openDespite', answer.openDespite)
          }
        />
        {asksReason ? (
          <Autocomplete
            label={w.agenda.reason}
            description={reasonHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={w.agenda.reasons}
            {...form.getInputProps('reason')}
          />
        ) : null}
        {event?.seriesId ? (
          <div>
            <Segmented
              label={w.repeat.scope}
              data={(['one', 'following'] as const).map((value) => ({ value, label: w.repeat.scopes[value] }))}
              value={values.scope}
              onChange={(value) => form.put('scope', value)}
            />
            <p className={fields.help}>{w.repeat.scopeHelp}</p>
          </div>
        ) : null}
        {isNarrow ? clashPanel : null}
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
      </div>
      <aside className={fields.aside} aria-label={w.eventParts.clashes}>
        {beside}
        {isNarrow ? null : clashPanel}
      </aside>
      <LeaveGuard loses={loses} words={w.forms} />
    </form>
  );
}

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly data: { value: T; label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Segmented<T extends string>({ label, data, value, onChange }: SegmentedProps<T>) {
  return (
    <div>
      <div className={fields.label}>{label}</div>
      <SegmentedControl aria-label={label} data={data} value={value} onChange={onChange} />
    </div>
  );
}

import { Chip, Group, NumberInput, Select, Switch } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import 'dayjs/locale/id';
import type { Repeat } from '../../../../src-main/contract/event-parts.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import classes from './fields.module.css';

interface RepeatFieldProps {
  readonly value: Repeat | null;
  readonly onChange: (repeat: Repeat | null) => void;
  /** Day of the event, `2025-11-20`; null while none is typed. */
  readonly day: string | null;
  readonly error: string | undefined;
  /** It repeats already: only how is asked. */
  readonly always?: boolean;
}

/** How often it repeats, and until when. */
export function RepeatField({ value, onChange, day, error, always = false }: RepeatFieldProps) {
  const w = useWords();
  const language = useLanguage();
  const year = Number((day ?? '').slice(0, 4)) || new Date().getFullYear();
  return (
    <div className={classes.panel}>
      {always ? null : (
        <Switch
          label={w.repeat.repeats}
          checked={value !== null}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? { every: 'week', interval: 1, weekdays: [], monthly: 'date', until: `${year}-12-31`, count: null }
                : null,
            )
          }
        />
      )}
      {value ? (
        <>
          <div className={classes.pair}>
            <Select
              label={w.repeat.every}
              allowDeselect={false}
              data={(['day', 'week', 'month'] as const).map((every) => ({
                value: every,
                label: w.repeat.units[every],
              }))}
              value={value.every}
              onChange={(every) => every && onChange({ ...value, every: every as Repeat['every'], weekdays: [] })}
            />
            <NumberInput
              label={w.repeat.interval(value.every)}
              min={1}
              max={52}
              allowDecimal={false}
              value={value.interval}
              onChange={(interval) => onChange({ ...value, interval: typeof interval === 'number' ? interval : 1 })}
            />
          </div>
          {value.every === 'week' ? (
            <fieldset className={classes.group}>
              <legend className={classes.label}>{w.repeat.weekdays}</legend>
              <Group gap={6}>
                {w.repeat.dayNames.map((name, index) => {
                  const number = index + 1;
                  const own = value.weekdays.length === 0 && day !== null && weekdayOf(day) === number;
                  return (
                    <Chip
                      key={name}
                      size="xs"
                      checked={own || value.weekdays.includes(number)}
                      onChange={(on) => {
                        const before = value.weekdays.length === 0 && day ? [weekdayOf(day)] : value.weekdays;
                        const next = on ? [...before, number] : before.filter((one) => one !== number);
                        onChange({ ...value, weekdays: [...new Set(next)].sort() });
                      }}
                    >
                      {name}
                    </Chip>
                  );
                })}
              </Group>
            </fieldset>
          ) : null}
          {value.every === 'month' ? (
            <Select
              label={w.repeat.monthly}
              allowDeselect={false}
              data={(['date', 'weekday'] as const).map((monthly) => ({
                value: monthly,
                label: w.repeat.monthlyOf[monthly](day),
              }))}
              value={value.monthly}
              onChange={(monthly) => monthly && onChange({ ...value, monthly: monthly as Repeat['monthly'] })}
            />
          ) : null}
          <div className={classes.pair}>
            <Select
              label={w.repeat.end}
              allowDeselect={false}
              data={[
                { value: 'until', label: w.repeat.until },
                { value: 'count', label: w.repeat.count },
              ]}
              value={value.count === null ? 'until' : 'count'}
              onChange={(end) =>
                onChange(
                  end === 'count'
                    ? { ...value, until: null, count: 10 }
                    : { ...value, until: `${year}-12-31`, count: null },
                )
              }
            />
            {value.count === null ? (
              <DateInput
                label={w.repeat.lastDay}
                locale={language}
                valueFormat="D MMMM YYYY"
                firstDayOfWeek={1}
                value={value.until}
                {...(day ? { minDate: day } : {})}
                onChange={(until) => onChange({ ...value, until })}
                error={error}
              />
            ) : (
              <NumberInput
                label={w.repeat.times}
                min={2}
                max={400}
                allowDecimal={false}
                value={value.count}
                onChange={(count) => onChange({ ...value, count: typeof count === 'number' ? count : 2 })}
                error={error}
              />
            )}
          </div>
        </>
      ) : null}
    </div>
  );
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

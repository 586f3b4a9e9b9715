import { Autocomplete, Chip, Group } from '@mantine/core';
import { staysInside } from '../../../../src-main/text/stays-inside.ts';
import { useWords } from '../../../words/words.tsx';
import classes from './move-dialog.module.css';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  /** Where it is not the reason of a change: its label, help and the usual ones. */
  readonly of?: { readonly label: string; readonly help: string; readonly usual: readonly string[] };
  readonly autoFocus?: boolean;
}

/** What becomes of a reason; one that was said among colleagues stays inside, and the field says so while it is typed. */
export function useReasonHelp(value: string, help?: string): string {
  const w = useWords();
  if (help !== undefined && help !== w.agenda.reasonHelp) return help;
  return staysInside(value) ? w.agenda.reasonInside : w.agenda.reasonHelp;
}

/** Why: the usual reasons by one press, or in own words. */
export function ReasonField({ value, onChange, of, autoFocus = true }: ReasonFieldProps) {
  const w = useWords();
  const help = useReasonHelp(value, of?.help);
  const usual = of?.usual ?? w.agenda.reasons;
  return (
    <div>
      <Autocomplete
        label={of?.label ?? w.agenda.reason}
        description={help}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value}
        onChange={onChange}
        data-autofocus={autoFocus || undefined}
      />
      <Group gap={6} mt={8}>
        {usual.map((words) => (
          <Chip
            key={words}
            size="xs"
            classNames={{ root: classes.reason ?? '', label: classes.reasonWords ?? '' }}
            checked={value === words}
            onChange={() => onChange(words)}
          >
            {words}
          </Chip>
        ))}
      </Group>
    </div>
  );
}

import { Autocomplete, Checkbox, TextInput } from '@mantine/core';
import type { Contact, Speech } from '../../../../src-main/contract/event-parts.ts';
import { useWords } from '../../../words/words.tsx';
import { officialNamed, optionOf } from '../official-names.ts';
import { useOfficials } from '../use-officials.ts';
import classes from './fields.module.css';

interface ContactFieldProps {
  readonly label: string;
  readonly value: Contact;
  readonly onChange: (contact: Contact) => void;
  /** Those who had this part before. */
  readonly known?: readonly Contact[];
}

/** A name with its number. A known name brings its number along. */
export function ContactField({ label, value, onChange, known = [] }: ContactFieldProps) {
  const w = useWords();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{label}</legend>
      <div className={classes.pair}>
        <Autocomplete
          aria-label={`${label}: ${w.eventParts.contactName}`}
          placeholder={w.eventParts.contactName}
          data={[...new Set(known.map((one) => one.name))]}
          value={value.name}
          onChange={(name) => {
            const before = known.find((one) => one.name === name);
            onChange({ name, phone: before && value.phone === '' ? before.phone : value.phone });
          }}
        />
        <TextInput
          aria-label={`${label}: ${w.eventParts.contactPhone}`}
          placeholder={w.eventParts.contactPhone}
          type="tel"
          autoComplete="off"
          value={value.phone}
          onChange={(event) => onChange({ ...value, phone: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}

/** Whether somebody speaks, and who: of the register, or by name. */
export function SpeechField({
  value,
  onChange,
}: {
  readonly value: Speech;
  readonly onChange: (speech: Speech) => void;
}) {
  const w = useWords();
  const { all } = useOfficials();
  const speaker = all.find((official) => official.id === value.officialId);
  return (
    <div className={classes.panel}>
      <Checkbox
        label={w.eventParts.speechNeeded}
        checked={value.needed}
        onChange={(event) => onChange({ ...value, needed: event.currentTarget.checked })}
      />
      {value.needed ? (
        <Autocomplete
          label={w.eventParts.speechBy}
          data={all.map(optionOf)}
          value={speaker ? optionOf(speaker) : value.speaker}
          onChange={(name) => {
            const known = officialNamed(all, name);
            onChange({ ...value, officialId: known?.id ?? null, speaker: known ? '' : name });
          }}
        />
      ) : null}
    </div>
  );
}

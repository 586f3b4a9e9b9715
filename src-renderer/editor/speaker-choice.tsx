import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { attributionVerbs, type Speaker } from '../../src-main/text/quote.ts';
import { client } from '../client.ts';
import { Problem } from '../components/problem.tsx';
import { useWords } from '../words/words.tsx';
import classes from './editor.module.css';

interface SpeakerChoiceProps {
  readonly opened: boolean;
  /** Who was chosen before, or null. */
  readonly speaker: Speaker | null;
  readonly onClose: () => void;
  readonly onChoose: (speaker: Speaker) => void;
}

interface Person {
  readonly officialId: string | null;
  readonly name: string;
  readonly position: string;
  readonly shortName: string;
}

/** Who said it: one of the register, a guest of before, or a guest added on the spot. */
export function SpeakerChoice({ opened, speaker, onClose, onChoose }: SpeakerChoiceProps) {
  const words = useWords();
  const w = words.releases;
  const officials = useQuery(client.register.officials.queryOptions({ input: {}, enabled: opened }));
  const guests = useQuery(client.releases.guests.queryOptions({ input: {}, enabled: opened }));
  const [search, setSearch] = useState('');
  const [guest, setGuest] = useState<Person | null>(null);
  const [verb, setVerb] = useState('ujar');
  const [missing, setMissing] = useState(false);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (!opened) return;
    setSearch('');
    setGuest(speaker?.officialId === null ? speaker : null);
    setVerb(speaker?.verb ?? 'ujar');
    setMissing(false);
    setAt(0);
  }, [opened, speaker]);

  const people = useMemo<Person[]>(() => {
    const known = (officials.data ?? [])
      .filter((official) => official.active)
      .map(({ id, name, position, shortName }) => ({ officialId: id, name, position, shortName }));
    const others = (guests.data ?? []).map((one) => ({ officialId: null, ...one }));
    const wanted = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return [...known, ...others].filter((person) => {
      const text = `${person.name} ${person.position} ${person.shortName}`.toLocaleLowerCase();
      return wanted.every((word) => text.includes(word));
    });
  }, [officials.data, guests.data, search]);

  const choose = (person: Person) =>
    onChoose({ ...person, shortName: person.shortName || person.name, verb: verb.trim() || 'ujar' });
  const submitGuest = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (guest === null || guest.name.trim() === '') return setMissing(true);
    const name = guest.name.trim();
    choose({ officialId: null, name, position: guest.position.trim(), shortName: guest.shortName.trim() || name });
  };

  const verbField = (
    <Autocomplete
      label={w.verb}
      description={w.verbAbout}
      data={[...attributionVerbs]}
      value={verb}
      onChange={setVerb}
      maxLength={30}
      comboboxProps={{ withinPortal: true }}
    />
  );

  return (
    <Modal opened={opened} onClose={onClose} title={w.whoSaid} closeButtonProps={{ 'aria-label': words.frame.close }}>
      {guest === null ? (
        <Stack gap="sm">
          <TextInput
            aria-label={w.findSpeaker}
            placeholder={w.findSpeaker}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              const chosen = people[at];
              if (event.key === 'ArrowDown') setAt(Math.min(people.length - 1, at + 1));
              else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
              else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
              else return;
              event.preventDefault();
            }}
            data-autofocus
          />
          <Problem error={officials.error} />
          <ul className={classes.people} ref={list}>
            {people.map((person, index) => (
              <li key={`${person.officialId}${person.name}`}>
                <button type="button" data-at={index === at || undefined} onClick={() => choose(person)}>
                  <span>{person.name}</span>
                  <small>
                    {person.officialId === null ? `${person.position || w.guest} · ${w.guest}` : person.position}
                  </small>
                </button>
              </li>
            ))}
          </ul>
          {people.length === 0 && !officials.isPending ? <p className={classes.quiet}>{w.noSpeaker}</p> : null}
          {verbField}
          <Group justify="space-between">
            <Button
              variant="subtle"
              onClick={() => setGuest({ officialId: null, name: search, position: '', shortName: '' })}
            >
              {w.addGuest}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.frame.cancel}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submitGuest}>
          <Stack gap="sm">
            <TextInput
              label={w.guestName}
              value={guest.name}
              maxLength={200}
              onChange={(event) => {
                setGuest({ ...guest, name: event.currentTarget.value });
                setMissing(false);
              }}
              error={missing ? words.forms.required : null}
              data-autofocus
            />
            <TextInput
              label={w.guestPosition}
              placeholder={w.guestPositionExample}
              value={guest.position}
              maxLength={200}
              onChange={(event) => setGuest({ ...guest, position: event.currentTarget.value })}
            />
            <TextInput
              label={w.guestShortName}
              description={w.guestShortNameAbout}
              value={guest.shortName}
              maxLength={100}
              onChange={(event) => setGuest({ ...guest, shortName: event.currentTarget.value })}
            />
            {verbField}
            <Group justify="space-between">
              <Button variant="subtle" color="gray" onClick={() => setGuest(null)}>
                {w.backToRegister}
              </Button>
              <Button type="submit">{w.useSpeaker}</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

import { Avatar, Button, Group, Modal, PasswordInput, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { client } from '../client.ts';
import { Problem } from '../components/problem.tsx';
import { SkeletonRows } from '../components/skeleton-rows.tsx';
import { useWords } from '../words/words.tsx';
import { arrive } from './arrive.ts';
import { useMe } from './session.tsx';
import classes from './switch-person.module.css';

interface SwitchPersonProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Ganti orang: on a shared PC another person acts, by PIN, without signing out. What is open stays open. */
export function SwitchPerson({ opened, onClose }: SwitchPersonProps) {
  const w = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={w.palette.switchTitle}
      closeButtonProps={{ 'aria-label': w.frame.close }}
    >
      {opened ? <Choice onClose={onClose} /> : null}
    </Modal>
  );
}

function Choice({ onClose }: { readonly onClose: () => void }) {
  const w = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const people = useQuery(client.session.switchable.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const person = people.data?.find((candidate) => candidate.userId === chosen);
  const enter = useMutation(
    client.session.switchPerson.mutationOptions({
      onSuccess: (status) => {
        onClose();
        return arrive(queries, status);
      },
      onError: () => {
        setPin('');
        field.current?.focus();
      },
    }),
  );
  useEffect(() => {
    if (chosen) field.current?.focus();
  }, [chosen]);

  if (!people.data) return people.error ? <Problem error={people.error} /> : <SkeletonRows rows={3} height={48} />;
  if (people.data.length === 0)
    return (
      <>
        <Text>{w.palette.switchNobody}</Text>
        {me.hasPin ? null : (
          <Button
            mt="md"
            variant="default"
            onClick={onClose}
            renderRoot={(props) => <Link to="/pengaturan/akun" {...props} />}
          >
            {w.palette.toMyPin}
          </Button>
        )}
      </>
    );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (person && pin.length >= 4) enter.mutate({ userId: person.userId, pin });
      }}
    >
      <Text c="dimmed" mb="sm">
        {w.palette.switchAbout}
      </Text>
      <ul className={classes.people}>
        {people.data.map((candidate) => (
          <li key={candidate.userId}>
            <UnstyledButton
              className={classes.person}
              aria-pressed={candidate.userId === chosen}
              onClick={() => {
                setChosen(candidate.userId);
                setPin('');
                enter.reset();
              }}
            >
              <Avatar name={candidate.name} size={32} color="accent" variant="light" aria-hidden />
              <span>
                <strong>{candidate.name}</strong>
                <span>{candidate.roles.map((role) => w.states.role[role]).join(', ')}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {person ? (
        <PasswordInput
          ref={field}
          className={classes.pin}
          label={w.palette.pinOf(person.name)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
          visibilityToggleButtonProps={{ 'aria-label': w.frame.showPassword, tabIndex: 0 }}
        />
      ) : null}
      <Problem error={enter.error} />
      {person ? (
        <Group justify="flex-end" mt="md">
          <Button type="submit" data-primary loading={enter.isPending} disabled={pin.length < 4}>
            {w.palette.switchTo(person.name)}
          </Button>
        </Group>
      ) : null}
    </form>
  );
}

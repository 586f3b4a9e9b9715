import { Button, Modal, Group as Row, Select, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Group, PastedJournalist } from '../../../src-main/contract/partners.ts';
import { rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useWords } from '../../words/words.tsx';
import classes from './partners.module.css';

interface PasteJournalistsProps {
  readonly opened: boolean;
  readonly groups: readonly Group[];
  readonly onClose: () => void;
}

const tones = { new: 'green', known: 'grey', twice: 'grey', unreadable: 'red' } as const;

/** A pasted list of addresses: first what was understood of each line, then a person adds it. */
export function PasteJournalists({ opened, groups, onClose }: PasteJournalistsProps) {
  const w = useWords();
  const [text, setText] = useState('');
  const [lines, setLines] = useState<readonly PastedJournalist[] | null>(null);
  const [groupId, setGroupId] = useState<string | null>(null);
  const close = () => {
    setText('');
    setLines(null);
    setGroupId(null);
    onClose();
  };
  const read = useMutation({ mutationFn: () => rpc.partners.readPaste({ text }), onSuccess: setLines });
  const fresh = (lines ?? []).filter((line) => line.verdict === 'new');
  const known = (lines ?? []).filter((line) => line.verdict === 'known');
  const unreadable = (lines ?? []).filter((line) => line.verdict === 'unreadable');
  // known ones only matter when they are to join a group
  const chosen = groupId === null ? fresh : [...fresh, ...known];
  const add = useAct({
    mutationFn: () =>
      rpc.partners.addPasted({
        journalists: chosen.map(({ name, email, outlet }) => ({ name, email, outlet })),
        groupId,
      }),
    onSuccess: close,
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={w.partners.pasteTitle}
      size="xl"
      closeButtonProps={{ 'aria-label': w.frame.close }}
    >
      {lines === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            read.mutate();
          }}
        >
          <Text size="sm" c="dimmed" mb="sm">
            {w.partners.pasteAbout}
          </Text>
          <Textarea
            aria-label={w.partners.pasteText}
            placeholder={w.partners.pasteExample}
            autosize
            minRows={8}
            maxRows={16}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
          <Problem error={read.error} />
          <Row justify="flex-end" gap="sm" mt="md">
            <Button variant="default" onClick={close}>
              {w.frame.cancel}
            </Button>
            <Button type="submit" disabled={text.trim() === ''} loading={read.isPending} data-primary>
              {w.partners.pasteRead}
            </Button>
          </Row>
        </form>
      ) : (
        <>
          {unreadable.length > 0 ? <Problem>{w.partners.pasteUnreadable(unreadable.length)}</Problem> : null}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className={classes.scroll} tabIndex={0} aria-label={w.partners.pasteText}>
            <table className={classes.lines}>
              <thead>
                <tr>
                  <th scope="col">{w.partners.name}</th>
                  <th scope="col">{w.partners.email}</th>
                  <th scope="col">{w.partners.outlet}</th>
                  <th scope="col">
                    <span className="k-unseen">{w.partners.pasteText}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one paste never move
                  <tr key={index}>
                    {line.verdict === 'unreadable' ? (
                      <td colSpan={3} className={classes.soft}>
                        {line.text}
                      </td>
                    ) : (
                      <>
                        <td className={classes.strong}>{line.name}</td>
                        <td>{line.email}</td>
                        <td>{line.outlet}</td>
                      </>
                    )}
                    <td>
                      <Chip tone={tones[line.verdict]}>{w.partners.verdicts[line.verdict]}</Chip>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Select
            label={w.partners.pasteGroup}
            placeholder={w.partners.pasteNoGroup}
            data={groups
              .filter((group) => group.kind === 'email')
              .map((group) => ({ value: group.id, label: group.name }))}
            value={groupId}
            onChange={setGroupId}
            clearable
            clearButtonProps={{ 'aria-label': w.partners.pasteNoGroup }}
            maw={320}
          />
          <Problem error={add.error} />
          <Row justify="flex-end" gap="sm" mt="md">
            <Button variant="default" onClick={() => setLines(null)}>
              {w.partners.pasteBack}
            </Button>
            <Button onClick={() => add.mutate()} disabled={chosen.length === 0} loading={add.isPending} data-primary>
              {fresh.length === 0 && chosen.length > 0
                ? w.partners.pasteJoin(chosen.length)
                : w.partners.pasteAdd(fresh.length)}
            </Button>
          </Row>
        </>
      )}
    </Modal>
  );
}

import { Button, Checkbox, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../src-main/contract/index.ts';
import type { Group, Journalist } from '../../../src-main/contract/partners.ts';
import { rpc } from '../../client.ts';
import { Confirm } from '../../components/confirm.tsx';
import { Problem } from '../../components/problem.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import classes from './partners.module.css';

interface GroupFormProps {
  /** Null for a new one. */
  readonly group: Group | null;
  readonly journalists: readonly Journalist[];
  readonly onDone: () => void;
}

export function GroupForm({ group, journalists, onDone }: GroupFormProps) {
  const w = useWords();
  const [removing, setRemoving] = useState(false);
  const form = useForm({
    schema: inputOf(contract.partners.addGroup),
    initialValues: {
      name: group?.name ?? '',
      kind: group?.kind ?? ('email' as Group['kind']),
      memberIds: group?.memberIds ?? ([] as string[]),
      note: group?.note ?? '',
    },
  });
  const { kind, memberIds } = form.getValues();
  const save = form.sending(async ({ kind: chosen, ...input }) => {
    if (group) await rpc.partners.changeGroup({ ...input, id: group.id, version: group.version });
    else await rpc.partners.addGroup({ ...input, kind: chosen });
    onDone();
  });
  return (
    <form noValidate onSubmit={save} className={classes.fields}>
      {group ? null : (
        <SegmentedControl
          aria-label={w.partners.groupKind}
          data={(['email', 'whatsapp'] as const).map((value) => ({ value, label: w.partners.groupKinds[value] }))}
          {...form.getInputProps('kind')}
        />
      )}
      {kind === 'whatsapp' ? (
        <Text size="xs" c="dimmed">
          {w.partners.whatsappAbout}
        </Text>
      ) : null}
      <TextInput
        label={w.partners.groupName}
        autoComplete="off"
        autoFocus={group === null}
        {...form.getInputProps('name')}
      />
      {kind === 'email' ? (
        <Members journalists={journalists} chosen={memberIds} onChange={(ids) => form.put('memberIds', ids)} />
      ) : null}
      <Textarea label={w.partners.note} autosize minRows={2} maxRows={6} {...form.getInputProps('note')} />
      <Problem>{form.problem}</Problem>
      <div className={classes.foot}>
        <Button type="submit" loading={form.busy} data-primary>
          {group ? w.frame.save : w.partners.addGroup}
        </Button>
        <Button variant="default" onClick={onDone} data-back>
          {w.frame.cancel}
        </Button>
        {group ? (
          <Button variant="subtle" color="red" className={classes.push ?? ''} onClick={() => setRemoving(true)}>
            {w.partners.removeGroup}
          </Button>
        ) : null}
      </div>
      {group ? (
        <Confirm
          opened={removing}
          onClose={() => setRemoving(false)}
          title={w.partners.removeGroupSure(group.name)}
          act={w.partners.removeGroup}
          grave
          onConfirm={async () => {
            await rpc.partners.removeGroup({ id: group.id, version: group.version });
            onDone();
          }}
        >
          {w.partners.removeGroupAbout}
        </Confirm>
      ) : null}
    </form>
  );
}

interface MembersProps {
  readonly journalists: readonly Journalist[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** Everybody with a tick, found by typing; those who are in stand above when the form opens. */
function Members({ journalists, chosen, onChange }: MembersProps) {
  const w = useWords();
  const [filter, setFilter] = useState('');
  const [first] = useState(() => new Set(chosen));
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = journalists
    .filter((one) => one.active || first.has(one.id))
    .filter((one) => wanted === '' || `${one.name} ${one.email}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  if (journalists.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {w.partners.membersNone}
      </Text>
    );
  }
  const shownIds = shown.map((one) => one.id);
  const all = shownIds.length > 0 && shownIds.every((id) => chosen.includes(id));
  return (
    <div className={classes.members}>
      <Text size="sm" fw={500}>
        {w.partners.members} ({chosen.length})
      </Text>
      <TextInput
        aria-label={w.partners.membersFilter}
        placeholder={w.partners.membersFilter}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <Checkbox
        size="xs"
        label={w.partners.chooseAll}
        checked={all}
        indeterminate={!all && shownIds.some((id) => chosen.includes(id))}
        onChange={() =>
          onChange(all ? chosen.filter((id) => !shownIds.includes(id)) : [...new Set([...chosen, ...shownIds])])
        }
      />
      <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={w.partners.members}>
        <div className={classes.memberList}>
          {shown.map((one) => (
            <Checkbox key={one.id} size="xs" value={one.id} label={one.name} description={one.email} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}

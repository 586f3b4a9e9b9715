import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconPencilPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReleaseKind, releaseKinds } from '../../../src-main/contract/release-nouns.ts';
import { rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';

interface CreateReleaseProps {
  /** Dateline, lead and leaders come from this event. */
  readonly eventId?: string;
  /** The one primary button of its view, or a quieter one. */
  readonly quiet?: boolean;
}

/** *Buat siaran pers*: one press makes an event release; the arrow offers the other kinds. Nothing for who may not write. */
export function CreateRelease({ eventId, quiet }: CreateReleaseProps) {
  const w = useWords().releases;
  const may = useMay();
  const navigate = useNavigate();
  const create = useAct({
    mutationFn: (kind: ReleaseKind) => rpc.releases.create({ eventId: eventId ?? null, kind }),
    onSuccess: (release) => navigate({ to: '/siaran-pers/$releaseId', params: { releaseId: release.id } }),
  });
  if (!may('releases.write')) return null;
  const variant = quiet ? 'default' : 'filled';
  return (
    <>
      <Group gap={1} wrap="nowrap">
        <Button
          variant={variant}
          leftSection={<IconPencilPlus size={18} stroke={1.6} aria-hidden />}
          loading={create.isPending}
          onClick={() => create.mutate('rilis_kegiatan')}
          style={{ borderTopRightRadius: 0, borderBottomRightRadius: 0 }}
          {...(quiet ? {} : { 'data-primary': true })}
        >
          {w.create}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant={variant}
              color={quiet ? 'gray' : 'accent'}
              size={36}
              aria-label={w.createOther}
              disabled={create.isPending}
              style={{ borderTopLeftRadius: 0, borderBottomLeftRadius: 0 }}
            >
              <IconChevronDown size={16} stroke={1.8} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {releaseKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => create.mutate(kind)}>
                {w.kinds[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Problem error={create.error} />
    </>
  );
}

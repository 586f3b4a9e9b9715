import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconMail, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Invitation, type InvitationState, invitationStates } from '../../../src-main/contract/invitations.ts';
import { shortDayText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { List } from '../../components/list.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { When } from '../../components/when.tsx';
import { useMay } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { DropHere } from '../agenda/files/files-anywhere.tsx';
import { givenFile } from '../agenda/files/given-file.ts';
import { useDroppedFiles } from '../agenda/files/use-dropped-files.ts';
import classes from './invitations.module.css';

/** Letters that ask a leader to come: those that wait first. A letter dropped here is taken in. */
export function Invitations() {
  const w = useWords();
  const navigate = useNavigate();
  const may = useMay()('agenda.write');
  const { keadaan = 'waiting', cari = '' } = useSearch({ from: '/undangan/' });
  const found = useQuery({
    ...client.invitations.list.queryOptions({ input: { states: [keadaan], text: cari || undefined } }),
    placeholderData: keepPreviousData,
  });
  const show = (next: { keadaan?: InvitationState; cari?: string }) =>
    void navigate({ to: '/undangan', search: { keadaan, cari: cari || undefined, ...next } as never, replace: true });
  const over = useDroppedFiles(may, (file) => {
    givenFile.keep(file);
    void navigate({ to: '/undangan/baru' });
  });
  const addButton = may ? (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
      renderRoot={(props) => <Link to="/undangan/baru" {...props} />}
      data-new
      data-primary
    >
      {w.invitations.add}
    </Button>
  ) : null;
  return (
    <>
      {over ? <DropHere /> : null}
      <PageHeader title={w.invitations.title} acts={addButton} />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={w.agenda.state}
          value={keadaan}
          data={invitationStates.map((state) => ({ value: state, label: w.states.invitation[state] }))}
          onChange={(state) => show({ keadaan: state as InvitationState })}
        />
        <TextInput
          className={classes.search ?? ''}
          type="search"
          aria-label={w.invitations.search}
          placeholder={w.invitations.search}
          leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
          value={cari}
          onChange={(event) => show({ cari: event.currentTarget.value })}
          data-filter
        />
      </div>
      <Problem error={found.error} />
      {found.data ? (
        <List
          label={w.invitations.title}
          items={found.data}
          idOf={(one) => one.id}
          nameOf={(one) => one.subject}
          row={(one) => <Row of={one} />}
          onOpen={(one) => void navigate({ to: '/undangan/$invitationId', params: { invitationId: one.id } })}
          empty={
            cari !== '' || keadaan !== 'waiting' ? (
              <EmptyState icon={IconMail} title={w.invitations.emptyFound} />
            ) : (
              <EmptyState icon={IconMail} title={w.invitations.emptyWaiting} acts={addButton}>
                {may ? w.invitations.emptyHelp : null}
              </EmptyState>
            )
          }
        />
      ) : found.error ? null : (
        <SkeletonRows rows={6} />
      )}
    </>
  );
}

function Row({ of }: { readonly of: Invitation }) {
  const w = useWords();
  const language = useLanguage();
  const facts = [of.organizer, of.letterNo, of.letterDay ? shortDayText(of.letterDay, language) : ''].filter(
    (fact) => fact !== '',
  );
  return (
    <div className={classes.row}>
      <div>
        <div className={classes.subject}>{of.subject}</div>
        <div className={classes.soft}>
          {facts.join(' · ')}
          {facts.length > 0 ? ' · ' : ''}
          {w.invitations.received(of.receivedBy)} <When at={of.receivedAt} />
        </div>
      </div>
      <StateChip of="invitation" state={of.state} />
    </div>
  );
}

import { Button, Group as Row, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Subscription,
  type SubscriptionWhat,
  subscriptionWhat,
} from '../../../../src-main/contract/agenda-out.ts';
import { client } from '../../../client.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { When } from '../../../components/when.tsx';
import { desk } from '../../../desk.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useMay, useMe } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import { Group } from '../../settings/group.tsx';
import classes from '../../settings/settings.module.css';
import { useOfficials } from '../use-officials.ts';

/** An address is only good where other devices reach this page as well. */
function reachable(): 'office' | 'here' | 'no' {
  if (desk || !location.protocol.startsWith('http')) return 'no';
  return /^(localhost|127\.|\[::1\])/.test(location.hostname) ? 'here' : 'office';
}

/** Addresses by which calendar programs read the agenda: made, shown once, ended. */
export function Subscriptions() {
  const w = useWords();
  const me = useMe();
  const may = useMay();
  const manages = may('people.manage');
  const place = reachable();
  const { leaders, called } = useOfficials();
  const queries = useQueryClient();
  const [what, setWhat] = useState<SubscriptionWhat>(may('agenda.duties') ? 'duties' : 'internal');
  const [leaderId, setLeaderId] = useState('');
  const list = useQuery(client.agendaOut.subscriptions.queryOptions({ input: { everyone: manages } }));
  const look = () => queries.invalidateQueries({ queryKey: client.agendaOut.subscriptions.key() });
  const make = useAct(client.agendaOut.subscribe.mutationOptions({ onSuccess: look }));
  const end = useMutation(
    client.agendaOut.unsubscribe.mutationOptions({
      onSuccess: (_, { id }) => {
        if (make.data?.subscription.id === id) make.reset();
        return look();
      },
    }),
  );
  const mine = (list.data ?? []).filter(({ userId }) => userId === me.userId);
  const others = (list.data ?? []).filter(({ userId }) => userId !== me.userId);
  const named = (one: Subscription) =>
    [w.agendaOut.whats[one.what], one.leaderId === null ? '' : called(one.leaderId)].filter(Boolean).join(', ');
  const rows = (some: readonly Subscription[], withName: boolean) => (
    <ul className={classes.rows}>
      {some.map((one) => (
        <li key={one.id}>
          <div className={classes.grow}>
            <div className={classes.strong}>{withName ? `${one.userName} · ${named(one)}` : named(one)}</div>
            <div className={classes.soft}>
              {w.agendaOut.madeAt} <When at={one.madeAt} /> ·{' '}
              {one.lastUsedAt === null ? (
                w.agendaOut.neverUsed
              ) : (
                <>
                  {w.agendaOut.lastUsed} <When at={one.lastUsedAt} />
                </>
              )}
            </div>
          </div>
          <Button
            variant="default"
            size="xs"
            aria-label={w.agendaOut.revokeOf(withName ? `${one.userName}, ${named(one)}` : named(one))}
            loading={end.isPending && end.variables?.id === one.id}
            onClick={() => end.mutate({ id: one.id })}
          >
            {w.agendaOut.revoke}
          </Button>
        </li>
      ))}
    </ul>
  );
  const made = make.data ? `${location.origin}${make.data.path}` : null;
  return (
    <Group title={w.agendaOut.addresses} about={place === 'no' ? w.agendaOut.onlyOffice : w.agendaOut.addressesAbout}>
      <Problem error={list.error ?? make.error ?? end.error} />
      {place === 'no' ? null : (
        <>
          {place === 'here' ? <p className={classes.soft}>{w.agendaOut.onlyHere}</p> : null}
          <Row gap="sm" align="flex-end">
            <Select
              label={w.agendaOut.what}
              allowDeselect={false}
              value={what}
              onChange={(value) => setWhat(subscriptionWhat.find((one) => one === value) ?? 'internal')}
              data={subscriptionWhat
                .filter((one) => one !== 'duties' || may('agenda.duties'))
                .map((one) => ({ value: one, label: w.agendaOut.whats[one] }))}
            />
            {what === 'duties' ? null : (
              <Select
                label={w.agendaOut.whose}
                allowDeselect={false}
                value={leaderId}
                onChange={(value) => setLeaderId(value ?? '')}
                data={[
                  { value: '', label: w.agendaOut.everyone },
                  ...leaders.map(({ id, name, shortPosition }) => ({ value: id, label: shortPosition || name })),
                ]}
              />
            )}
            <Button
              variant="default"
              loading={make.isPending}
              onClick={() => make.mutate({ what, leaderId: what === 'duties' || leaderId === '' ? null : leaderId })}
            >
              {w.agendaOut.makeAddress}
            </Button>
          </Row>
          {made === null ? null : (
            <div role="status" style={{ marginTop: 12 }}>
              <TextInput
                label={w.agendaOut.address}
                description={w.agendaOut.addressOnce}
                readOnly
                value={made}
                onFocus={(event) => event.currentTarget.select()}
              />
              <Row gap="sm" mt="xs">
                <CopyButton text={made}>{w.agendaOut.copyAddress}</CopyButton>
                <Button variant="default" component="a" href={made.replace(/^https?:/, 'webcal:')}>
                  {w.agendaOut.openCalendar}
                </Button>
              </Row>
            </div>
          )}
        </>
      )}
      {list.data === undefined && !list.error ? <SkeletonRows rows={2} height={52} /> : null}
      {mine.length > 0 ? rows(mine, false) : null}
      {list.data && mine.length === 0 && place !== 'no' ? (
        <p className={classes.soft}>{w.agendaOut.noAddresses}</p>
      ) : null}
      {others.length > 0 ? (
        <>
          <h3 className={classes.strong}>{w.agendaOut.ofOthers}</h3>
          {rows(others, true)}
        </>
      ) : null}
    </Group>
  );
}

import { Anchor, Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import {
  type InfoClass,
  infoClasses,
  type Release,
  type ReleaseKind,
  releaseKinds,
} from '../../../src-main/contract/release-nouns.ts';
import { exactText } from '../../../src-main/words/when.ts';
import { client, refusalOf, rpc } from '../../client.ts';
import { Facts } from '../../components/inspector.tsx';
import { Problem } from '../../components/problem.tsx';
import { useOffice } from '../../frame/session.tsx';
import { saved } from '../../house.ts';
import { useSay } from '../../words/say.ts';
import { useLanguage, useWords } from '../../words/words.tsx';

type Details = { kind?: ReleaseKind; infoClass?: InfoClass; embargoUntil?: string | null };

/** Kind, class, embargo: each is kept as soon as it is chosen. */
export function ReleaseDetails({ release, editable }: { readonly release: Release; readonly editable: boolean }) {
  const w = useWords().releases;
  const say = useSay();
  const language = useLanguage();
  const { zone } = useOffice();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (details: Details) =>
      rpc.releases.setDetails({ releaseId: release.id, version: release.version, ...details }),
    onSuccess: (after) => {
      saved();
      queries.setQueryData(client.releases.get.queryKey({ input: { releaseId: release.id } }), after);
    },
  });
  const embargoShown = release.embargoUntil === null ? '' : exactText(release.embargoUntil, zone, language);
  const [embargo, setEmbargo] = useState(embargoShown);
  const [unread, setUnread] = useState(false);
  useEffect(() => setEmbargo(embargoShown), [embargoShown]);
  const keepEmbargo = async () => {
    if (embargo === embargoShown) return;
    if (embargo.trim() === '') return change.mutate({ embargoUntil: null });
    const { at } = await rpc.releases.readEmbargo({ text: embargo.trim() });
    if (at === null) setUnread(true);
    else change.mutate({ embargoUntil: at });
  };
  const atEmbargo = refusalOf(change.error)?.field === 'embargoUntil';

  const facts = (
    <Facts
      facts={[
        [
          w.event,
          release.eventId === null ? (
            w.noEvent
          ) : (
            <Anchor key="event" component={Link} to={`/agenda/${release.eventId}`}>
              <EventTitle eventId={release.eventId} />
            </Anchor>
          ),
        ],
        [w.writer, release.createdBy.name],
        [
          w.version,
          release.approvedVersion === release.workingVersion
            ? w.versionApproved(release.workingVersion, release.number)
            : w.versionDraft(release.workingVersion),
        ],
      ]}
    />
  );
  if (!editable)
    return (
      <Stack gap={12}>
        <Facts
          facts={[
            [w.kind, w.kinds[release.kind]],
            [w.infoClass, w.infoClasses[release.infoClass]],
            [
              w.embargo,
              release.embargoUntil === null ? w.embargoNone : exactText(release.embargoUntil, zone, language),
            ],
          ]}
        />
        {facts}
      </Stack>
    );
  return (
    <Stack gap={12}>
      <Select
        label={w.kind}
        data={releaseKinds.map((value) => ({ value, label: w.kinds[value] }))}
        value={release.kind}
        onChange={(value) => change.mutate({ kind: value as ReleaseKind })}
      />
      <Select
        label={w.infoClass}
        data={infoClasses.map((value) => ({ value, label: w.infoClasses[value] }))}
        value={release.infoClass}
        onChange={(value) => change.mutate({ infoClass: value as InfoClass })}
      />
      <TextInput
        label={w.embargo}
        description={release.embargoUntil === null ? w.embargoNone : null}
        placeholder={w.embargoExample}
        value={embargo}
        onChange={(event) => {
          setEmbargo(event.currentTarget.value);
          setUnread(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        onBlur={() => void keepEmbargo()}
        error={atEmbargo ? say(change.error) : unread ? w.embargoUnread : null}
      />
      {release.embargoUntil === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          onClick={() => change.mutate({ embargoUntil: null })}
        >
          {w.clearEmbargo}
        </Button>
      )}
      <Problem error={atEmbargo ? null : change.error} />
      {facts}
    </Stack>
  );
}

/** The event by its name; until it is known, or where it may not be seen, only that there is one. */
function EventTitle({ eventId }: { readonly eventId: string }) {
  const w = useWords().releases;
  const event = useQuery(client.agenda.get.queryOptions({ input: { id: eventId }, retry: false }));
  return <>{event.data?.title ?? w.event}</>;
}

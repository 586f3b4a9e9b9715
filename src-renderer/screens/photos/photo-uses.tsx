import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { PhotoUses as Uses } from '../../../src-main/contract/photo-nouns.ts';
import { client, queryClient } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { onHappening } from '../../happenings.ts';
import { useWords } from '../../words/words.tsx';
import classes from './photo-uses.module.css';

interface PhotoUsesProps {
  readonly photoId: string;
  /** The event or release on whose page this stands: not named again. */
  readonly here?: string | undefined;
  /** Called when a link is followed, to close what covers the page. */
  readonly onLeave?: () => void;
  /** On the black ground of the full screen. */
  readonly onBlack?: boolean;
}

/** The event a photo belongs to and the releases it stands in, as links; nothing where there are none. */
export function PhotoUses({ photoId, here, onLeave, onBlack }: PhotoUsesProps) {
  const { photos: words, releases: releaseWords } = useWords();
  const uses = useQuery(client.photos.uses.queryOptions({ input: { id: photoId } }));
  // attaching, a new title, a new state: the photo itself did not change
  useEffect(
    () =>
      onHappening(({ kind }) => {
        if (kind === 'release.changed' || kind === 'agenda.changed')
          void queryClient.invalidateQueries({ queryKey: client.photos.uses.key() });
      }),
    [],
  );
  const { events, releases } = besides(uses.data, here);
  if (uses.error && !uses.data) return <Problem error={uses.error} />;
  if (events.length === 0 && releases.length === 0) return null;
  const leave = onLeave === undefined ? {} : { onClick: onLeave };
  return (
    <dl className={classes.uses} data-on-black={onBlack || undefined}>
      {events.length > 0 ? (
        <div>
          <dt>{words.event}</dt>
          {events.map((event) => (
            <dd key={event.id}>
              <Anchor
                renderRoot={(props) => (
                  <Link {...props} {...leave} to="/agenda/$eventId" params={{ eventId: event.id }} />
                )}
              >
                {event.title}
              </Anchor>
            </dd>
          ))}
        </div>
      ) : null}
      {releases.length > 0 ? (
        <div>
          <dt>{words.usedIn}</dt>
          {releases.map((release) => (
            <dd key={release.id}>
              <Anchor
                renderRoot={(props) => (
                  <Link {...props} {...leave} to="/siaran-pers/$releaseId" params={{ releaseId: release.id }} />
                )}
              >
                {release.title || releaseWords.untitled}
              </Anchor>{' '}
              <StateChip of="release" state={release.state} />
            </dd>
          ))}
        </div>
      ) : null}
    </dl>
  );
}

function besides(uses: Uses | undefined, here: string | undefined): Uses {
  return {
    events: (uses?.events ?? []).filter((event) => event.id !== here),
    releases: (uses?.releases ?? []).filter((release) => release.id !== here),
  };
}

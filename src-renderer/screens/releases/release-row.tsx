import { IconAlertTriangle, IconClockPause, IconPhoto } from '@tabler/icons-react';
import type { Release } from '../../../src-main/contract/release-nouns.ts';
import { momentText } from '../../../src-main/words/when.ts';
import { Chip, StateChip } from '../../components/state-chip.tsx';
import { useNow, When } from '../../components/when.tsx';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './releases.module.css';

/** One release in a list. */
export function ReleaseRow({ release }: { readonly release: Release }) {
  const w = useWords().releases;
  const { zone } = useOffice();
  const language = useLanguage();
  const now = useNow();
  const embargoed = release.embargoUntil !== null && release.embargoUntil > now;
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <span className={classes.title} data-untitled={release.title === '' || undefined}>
          {release.title || w.untitled}
        </span>
        <span className={classes.facts}>
          <span>{w.kinds[release.kind]}</span>
          <span>{w.by(release.createdBy.name)}</span>
          <span className="k-figures">{w.words(release.words)}</span>
          {release.photoIds.length > 0 ? (
            <span className={classes.fact}>
              <IconPhoto size={14} stroke={1.6} aria-hidden />
              {w.photos(release.photoIds.length)}
            </span>
          ) : null}
          {release.number === null ? null : <span>{release.number}</span>}
        </span>
      </div>
      <div className={classes.chips}>
        {release.late.count > 0 ? (
          <Chip tone="amber" icon={IconAlertTriangle}>
            {w.late(release.late.count)}
          </Chip>
        ) : null}
        {embargoed && release.embargoUntil !== null ? (
          <Chip tone="violet" icon={IconClockPause}>
            {w.embargoUntil(momentText(release.embargoUntil, { zone, now, language }))}
          </Chip>
        ) : null}
        <StateChip of="release" state={release.state} />
        <span className={classes.when}>
          <When at={release.changedAt} />
        </span>
      </div>
    </div>
  );
}

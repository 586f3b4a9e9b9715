import { useQuery } from '@tanstack/react-query';
import { changesBetween } from '../../../src-main/text/word-diff.ts';
import { client } from '../../client.ts';
import { Beside, Inspector } from '../../components/inspector.tsx';
import { NotThere } from '../../components/not-there.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { useCrumb } from '../../frame/crumbs.tsx';
import { useWords } from '../../words/words.tsx';
import { MarkedBody } from '../approval/marked-text.tsx';
import { ReleaseDecisions } from '../approval/release-decisions.tsx';
import sheetClasses from '../approval/sheet.module.css';
import { SheetPhotos } from '../approval/sheet-photos.tsx';
import { ReleaseDetails } from './release-details.tsx';
import classes from './releases.module.css';

/** The newest approved version as media read it, for who may not read drafts. */
export function ApprovedText({ releaseId }: { readonly releaseId: string }) {
  const words = useWords();
  const found = useQuery(client.approval.sheet.queryOptions({ input: { releaseId } }));
  const sheet = found.data;
  useCrumb(sheet?.manifest.title ?? null);
  if (found.error && sheet === undefined)
    return <NotThere error={found.error} back={{ to: '/siaran-pers', word: words.frame.releases }} />;
  if (sheet === undefined) return <SkeletonRows rows={10} height={32} />;
  const { release, manifest } = sheet;
  const plain = changesBetween(null, manifest);
  return (
    <Beside
      inspector={
        <Inspector title={words.releases.details} quiet>
          <div className={classes.parts}>
            <ReleaseDecisions release={release} />
            <ReleaseDetails release={release} editable={false} />
          </div>
        </Inspector>
      }
    >
      <article className={sheetClasses.sheet}>
        <div className={classes.head}>
          <StateChip of="release" state={release.state} />
        </div>
        <h1 className={sheetClasses.headline} lang="id" tabIndex={-1} data-page-title>
          {manifest.title}
        </h1>
        <MarkedBody blocks={plain.blocks} marks={false} />
        {manifest.photos.length === 0 ? null : (
          <SheetPhotos photos={manifest.photos} changes={plain.photos} marks={false} />
        )}
      </article>
    </Beside>
  );
}

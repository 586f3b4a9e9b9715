import { Button, FileButton, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPhotoUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import type { Import } from '../../../../src-main/contract/photo-nouns.ts';
import { queryClient, rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { useMay } from '../../../frame/session.tsx';
import { sayRefusal } from '../../../words/say.ts';
import { useLanguage, useWords, type Words } from '../../../words/words.tsx';
import { acceptedTypes } from '../photo-types.ts';
import classes from './upload-dock.module.css';
import {
  beginAgain,
  cancelUpload,
  continueUpload,
  forgetUpload,
  mayBeginAgain,
  resumeUpload,
  type Upload,
  useUploads,
} from './uploads.ts';

const leftOverKey = ['imports that stand still'];
/** Milliseconds between two looks; what has not moved in between is taken to stand still. */
const lookEvery = 5000;

/** Imports that wait for bytes. One that moves is being sent by another window, or copied by the core itself. */
async function lookForLeftOver(): Promise<(Import & { still: boolean })[]> {
  const before = queryClient.getQueryData<Import[]>(leftOverKey);
  return (await rpc.photos.importsOpen()).map((one) => ({
    ...one,
    still: before?.some((old) => old.id === one.id && old.receivedBytes === one.receivedBytes) ?? false,
  }));
}

/** Batches of photos on their way, on every screen; nothing when there are none. */
export function UploadDock() {
  const w = useWords();
  const uploads = useUploads();
  const may = useMay();
  const known = new Set(uploads.map((upload) => upload.importId));
  const open = useQuery({
    // a key of its own: each photo that comes in has the rest of its area looked at again, and this one asks the disk
    queryKey: leftOverKey,
    queryFn: lookForLeftOver,
    enabled: may('photos.write'),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.some((one) => !known.has(one.id)) ? lookEvery : false),
  });
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set());
  const atPhotos = useLocation().pathname.startsWith('/foto');
  // an import that this page did not begin was cut off with its page; put off, it waits where the photos are
  const leftOver = (open.data ?? []).filter(
    (one) =>
      one.still &&
      !known.has(one.id) &&
      (atPhotos || !putOff.has(one.id)) &&
      one.files.some((file) => file.state === 'waiting'),
  );
  if (uploads.length === 0 && leftOver.length === 0) return null;
  return (
    <section className={classes.dock} aria-label={w.photos.title}>
      {uploads.map((upload) => (
        <OneUpload key={upload.key} upload={upload} />
      ))}
      {leftOver.slice(0, 1).map((one) => (
        <LeftOver
          key={one.id}
          one={one}
          onGone={() => void open.refetch()}
          onLater={atPhotos ? null : () => setPutOff((ids) => new Set([...ids, one.id]))}
        />
      ))}
    </section>
  );
}

function OneUpload({ upload }: { readonly upload: Upload }) {
  const w = useWords();
  const words = w.photos;
  const language = useLanguage();
  const count = (...states: string[]) => upload.files.filter((file) => states.includes(file.state)).length;
  const read = (how: 'disk' | 'cache') => upload.files.filter((file) => file.verified === how).length;
  const safe = count('done', 'linked');
  const ended = upload.state === 'finished' || upload.state === 'cancelled' || upload.state === 'failed';
  const moving = upload.state === 'sending' || upload.state === 'offline' || upload.state === 'preparing';
  const percent = upload.totalBytes === 0 ? 100 : (upload.sentBytes / upload.totalBytes) * 100;
  const left = upload.speed > 0 ? (upload.totalBytes - upload.sentBytes) / upload.speed : null;
  const refused = upload.files.filter((file) => file.state === 'refused');
  const title =
    upload.state === 'finished'
      ? words.finished(count('done'))
      : upload.state === 'cancelled'
        ? words.cancelled(safe)
        : words.uploading(count('done', 'linked', 'refused'), upload.total);
  const Icon = upload.state === 'finished' ? IconCheck : ended ? IconAlertTriangle : IconPhotoUp;

  return (
    <div className={classes.one}>
      <div className={classes.head}>
        <Icon size={18} stroke={1.8} aria-hidden className={classes.icon} data-state={upload.state} />
        <p className={classes.title} role="status">
          {title}
        </p>
        {ended ? (
          <Button size="compact-sm" variant="subtle" onClick={() => forgetUpload(upload.key)}>
            {words.hide}
          </Button>
        ) : (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void cancelUpload(upload.key)}>
            {words.stop}
          </Button>
        )}
      </div>
      {moving || upload.state === 'paused' ? (
        <>
          <Progress
            value={percent}
            size="sm"
            aria-label={title}
            color={upload.state === 'sending' ? 'accent' : 'yellow.7'}
            transitionDuration={160}
          />
          <p className={classes.facts}>
            {upload.state === 'preparing' ? words.preparing : null}
            {upload.state === 'sending'
              ? [
                  `${Math.floor(percent)} %`,
                  upload.speed > 0 ? words.speed(megabytes(upload.speed, language)) : null,
                  left === null ? null : words.left(duration(left, words)),
                ]
                  .filter((fact) => fact !== null)
                  .join(' · ')
              : null}
            {upload.state === 'offline' ? words.offline : null}
          </p>
          {upload.state === 'sending' && upload.total > 20 ? <p className={classes.note}>{words.background}</p> : null}
        </>
      ) : null}
      {upload.state === 'paused' ? (
        <Problem
          act={
            <Button size="compact-sm" onClick={() => void resumeUpload(upload.key)}>
              {words.goOn}
            </Button>
          }
        >
          {words.pausedFull(safe)}
          {upload.refusal?.params.needed === undefined ? null : ` ${sayRefusal(upload.refusal, language)}`}
        </Problem>
      ) : null}
      {ended && count('done') > 0 ? <p className={classes.note}>{words.checked(read('disk'), read('cache'))}</p> : null}
      {ended && count('linked') > 0 ? <p className={classes.note}>{words.linked(count('linked'))}</p> : null}
      {refused.length > 0 ? (
        <details className={classes.refused} open={ended}>
          <summary>{words.refused(refused.length)}</summary>
          <ul>
            {refused.map((file) => (
              <li key={file.id}>{file.refusal === null ? file.name : sayRefusal(file.refusal, language)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {upload.unreadable.map((name) => (
        <Problem key={name}>{words.unreadable(name)}</Problem>
      ))}
      {upload.state === 'failed' ? (
        <Problem
          error={upload.error}
          act={
            mayBeginAgain(upload) ? (
              <Button size="compact-sm" onClick={() => void beginAgain(upload.key)}>
                {w.frame.tryAgain}
              </Button>
            ) : null
          }
        >
          {upload.refusal === null ? undefined : sayRefusal(upload.refusal, language)}
        </Problem>
      ) : null}
    </div>
  );
}

interface LeftOverProps {
  readonly one: Import;
  readonly onGone: () => void;
  /** Puts it out of sight until somebody looks at the photos; null where that is now. */
  readonly onLater: (() => void) | null;
}

function LeftOver({ one, onGone, onLater }: LeftOverProps) {
  const { photos: words } = useWords();
  const waiting = one.files.filter((file) => file.state === 'waiting').length;
  const [error, setError] = useState<unknown>(null);
  const [noneFits, setNoneFits] = useState(false);
  const choose = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setNoneFits(false);
    setNoneFits((await continueUpload(one, files)) === 0);
  };
  if (one.state === 'paused')
    return (
      <div className={classes.one}>
        <Problem
          act={
            <Button
              size="compact-sm"
              onClick={() => void rpc.photos.importResume({ importId: one.id }).then(onGone, setError)}
            >
              {words.goOn}
            </Button>
          }
        >
          {words.pausedFull(one.files.filter((file) => file.state === 'done' || file.state === 'linked').length)}
        </Problem>
        <Problem error={error} />
      </div>
    );
  return (
    <div className={classes.one}>
      <div className={classes.head}>
        <IconAlertTriangle size={18} stroke={1.8} aria-hidden className={classes.icon} data-state="paused" />
        <p className={classes.title}>{words.leftOver(waiting)}</p>
        {onLater === null ? null : (
          <Button size="compact-sm" variant="subtle" onClick={onLater}>
            {words.notNow}
          </Button>
        )}
      </div>
      <p className={classes.note}>{words.leftOverNote}</p>
      <div className={classes.acts}>
        <FileButton multiple accept={acceptedTypes.join(',')} onChange={(files) => void choose(files)}>
          {(button) => (
            <Button size="compact-sm" {...button}>
              {words.chooseAgain}
            </Button>
          )}
        </FileButton>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => void rpc.photos.importCancel({ importId: one.id }).then(onGone, setError)}
        >
          {words.stop}
        </Button>
      </div>
      {noneFits ? <Problem>{words.noneFits}</Problem> : null}
      <Problem error={error} />
    </div>
  );
}

function megabytes(bytes: number, language: 'id' | 'en'): string {
  return (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: bytes < 10e6 ? 1 : 0 });
}

function duration(seconds: number, words: Words['photos']): string {
  return seconds < 90 ? words.seconds(Math.max(1, Math.ceil(seconds))) : words.minutes(Math.round(seconds / 60));
}

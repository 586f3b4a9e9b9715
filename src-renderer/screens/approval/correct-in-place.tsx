import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import * as Y from 'yjs';
import type { Corrections } from '../../../src-main/contract/approval.ts';
import type { Sheet } from '../../../src-main/contract/approval-nouns.ts';
import type { FrozenVersion, Manifest } from '../../../src-main/contract/release-nouns.ts';
import { freeze } from '../../../src-main/text/freeze.ts';
import { firstUpdate, type ReleaseContent, type TextNode } from '../../../src-main/text/release-document.ts';
import { client } from '../../client.ts';
import { LeaveGuard, LeaveQuestion } from '../../components/leave-guard.tsx';
import { Problem } from '../../components/problem.tsx';
import { ReleaseEditor } from '../../editor/release-editor.tsx';
import { useWords } from '../../words/words.tsx';
import { HoldButton } from './hold-button.tsx';
import classes from './sheet.module.css';
import { type PhotoWords, SheetPhotos } from './sheet-photos.tsx';

interface CorrectInPlaceProps {
  readonly sheet: Sheet;
  readonly moved: boolean;
  readonly onStop: () => void;
  readonly onApproved: (frozen: FrozenVersion) => void;
  readonly onRefused: () => void;
}

/**
 * *Ubah & setujui*: the sheet becomes writable, on a document of its own that reaches nobody; the result is sent together with
 * the decision, as one act.
 */
export function CorrectInPlace({ sheet, moved, onStop, onApproved, onRefused }: CorrectInPlaceProps) {
  const w = useWords().approval;
  // what the head began with: the same words loaded anew must not put a fresh copy in place of what was typed
  const [manifest] = useState(sheet.manifest);
  const doc = useMemo(() => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, firstUpdate(contentOf(manifest)));
    return copy;
  }, [manifest]);
  useEffect(() => () => doc.destroy(), [doc]);
  // the editor itself may put the copy in order; that alone is no correction
  const typed = useRef(false);
  useEffect(() => {
    typed.current = false;
    const noted = () => {
      typed.current = true;
    };
    doc.on('update', noted);
    return () => doc.off('update', noted);
  }, [doc]);
  const [photos, setPhotos] = useState<readonly PhotoWords[]>(() =>
    manifest.photos.map(({ photoId, caption, credit }) => ({ photoId, caption, credit })),
  );
  const approve = useMutation(
    client.approval.correctAndApprove.mutationOptions({ onSuccess: onApproved, onError: onRefused }),
  );
  const putPhotos = (words: readonly PhotoWords[]) => {
    typed.current = true;
    setPhotos(words);
  };
  const [stopping, setStopping] = useState(false);
  const loses = () => typed.current && Object.keys(correctionsOf(manifest, doc, photos)).length > 0;
  const send = () =>
    approve.mutate({
      releaseId: sheet.release.id,
      seenHash: sheet.contentHash,
      corrections: correctionsOf(manifest, doc, photos),
    });
  return (
    <section aria-label={w.changing}>
      <p className={classes.changing}>
        <strong>{w.changing}.</strong> {w.changingAbout}
      </p>
      <ReleaseEditor key={doc.guid} doc={doc} editable />
      <SheetPhotos photos={manifest.photos} changes={[]} marks={false} words={photos} onWords={putPhotos} />
      <div className={classes.bar}>
        <Problem error={approve.error} />
        <div className={classes.barRow}>
          <Button className={classes.side} variant="default" onClick={() => (loses() ? setStopping(true) : onStop())}>
            {w.stopChanging}
          </Button>
          <HoldButton busy={approve.isPending} disabled={moved} onHeld={send}>
            {w.approveCorrected}
          </HoldButton>
        </div>
      </div>
      <LeaveGuard loses={loses} words={w} />
      <LeaveQuestion words={w} opened={stopping} onStay={() => setStopping(false)} onLeave={onStop} />
    </section>
  );
}

function contentOf(manifest: Manifest): ReleaseContent {
  return { title: manifest.title, dateline: manifest.dateline, body: manifest.body as TextNode };
}

/** Only what differs from what was read. */
function correctionsOf(manifest: Manifest, doc: Y.Doc, photos: readonly PhotoWords[]): Corrections {
  const read = freeze([Y.encodeStateAsUpdate(doc)]);
  const content = read.ok ? read.content : contentOf(manifest);
  const words = photos.filter((photo, at) => {
    const before = manifest.photos[at];
    return before?.caption !== photo.caption.trim() || before.credit !== photo.credit.trim();
  });
  return {
    ...(content.title === manifest.title ? {} : { title: content.title }),
    ...(content.dateline === manifest.dateline ? {} : { dateline: content.dateline }),
    ...(JSON.stringify(content.body) === JSON.stringify(freezeAgain(manifest)) ? {} : { body: content.body }),
    ...(words.length === 0 ? {} : { photos: words.map((photo) => ({ ...photo })) }),
  };
}

/** The body as it comes out of a document nobody touched; canonical JSON may have ordered its keys otherwise. */
function freezeAgain(manifest: Manifest): TextNode {
  const read = freeze([firstUpdate(contentOf(manifest))]);
  return read.ok ? read.content.body : (manifest.body as TextNode);
}

import { Button, Switch } from '@mantine/core';
import { IconClockPause, IconMessage, IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Sheet } from '../../../src-main/contract/approval-nouns.ts';
import type { Manifest } from '../../../src-main/contract/release-nouns.ts';
import { changesBetween } from '../../../src-main/text/word-diff.ts';
import { momentText } from '../../../src-main/words/when.ts';
import { Chip, StateChip } from '../../components/state-chip.tsx';
import { useNow, When } from '../../components/when.tsx';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { CorrectInPlace } from './correct-in-place.tsx';
import { DecideBar } from './decide-bar.tsx';
import { Decided, type DecidedAs } from './decided.tsx';
import { DecisionList } from './decision-list.tsx';
import { MarkedBody, MarkedWords } from './marked-text.tsx';
import { RedFacts } from './red-facts.tsx';
import classes from './sheet.module.css';
import { SheetFacts } from './sheet-facts.tsx';
import { SheetPhotos } from './sheet-photos.tsx';

interface ApprovalSheetProps {
  readonly sheet: Sheet;
  /** What the reader had before them, when they opened a newer text; then the marks speak of that. */
  readonly readBefore: Manifest | null;
  /** A newer text is there. */
  readonly moved: boolean;
  readonly onSeeNew: () => void;
  readonly onDecided: () => Promise<void>;
  readonly onRefused: () => void;
}

/** One scroll: what is wrong, what media will read with changed words marked, the photos, who gets it; the decision below the thumb. */
export function ApprovalSheet({ sheet, readBefore, moved, onSeeNew, onDecided, onRefused }: ApprovalSheetProps) {
  const w = useWords().approval;
  const [marks, setMarks] = useState(true);
  const [changing, setChanging] = useState(false);
  const [decided, setDecided] = useState<DecidedAs | null>(null);
  const base = readBefore ?? sheet.base?.manifest ?? null;
  const changes = useMemo(() => changesBetween(base, sheet.manifest), [base, sheet.manifest]);
  const show = marks && base !== null;
  const settle = async (as: DecidedAs) => {
    setDecided(as);
    setChanging(false);
    await onDecided();
  };
  const canDecide = sheet.decide === 'yes' || sheet.decide === 'self';

  return (
    <article className={classes.sheet}>
      {decided === null ? null : <Decided as={decided} sheet={sheet} />}
      <SheetHead sheet={sheet} />
      {moved && decided === null ? (
        <div className={classes.moved} role="alert">
          <div>
            <strong>{w.movedTitle}.</strong> {changing ? w.movedWhileChanging : w.moved}
          </div>
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
            onClick={() => {
              setChanging(false);
              onSeeNew();
            }}
          >
            {w.seeNew}
          </Button>
        </div>
      ) : null}
      <RedFacts facts={sheet.facts} />
      {changing ? (
        <CorrectInPlace
          sheet={sheet}
          moved={moved}
          onStop={() => setChanging(false)}
          onApproved={(frozen) => void settle({ as: 'approved', frozen })}
          onRefused={onRefused}
        />
      ) : (
        <>
          {sheet.frozen && sheet.base === null ? null : (
            <div className={classes.changes}>
              <p>
                {base === null ? (
                  w.firstTime
                ) : (
                  <>
                    <strong>
                      {readBefore === null && sheet.base !== null
                        ? w.changesSince(w.acts[sheet.base.act], sheet.base.userName)
                        : w.sinceYouRead}
                    </strong>
                    <br />
                    {w.changeCount(changes.added, changes.removed)}
                  </>
                )}
              </p>
              {base === null ? null : (
                <Switch
                  label={w.showMarks}
                  checked={marks}
                  onChange={(event) => setMarks(event.currentTarget.checked)}
                />
              )}
            </div>
          )}
          <h2 className={classes.headline} lang="id">
            <MarkedWords words={changes.title} marks={show} />
          </h2>
          <MarkedBody blocks={changes.blocks} marks={show} />
          <SheetPhotos photos={sheet.manifest.photos} changes={changes.photos} marks={show} />
        </>
      )}
      <SheetFacts sheet={sheet} />
      <DecisionList decisions={sheet.decisions} />
      {changing || decided !== null ? null : (
        <DecideBar
          sheet={sheet}
          canDecide={canDecide}
          moved={moved}
          onChange={() => setChanging(true)}
          onDecided={(as) => void settle(as)}
          onRefused={onRefused}
        />
      )}
    </article>
  );
}

function SheetHead({ sheet }: { readonly sheet: Sheet }) {
  const words = useWords();
  const w = words.approval;
  const { zone } = useOffice();
  const language = useLanguage();
  const now = useNow();
  const { embargoUntil, kind } = sheet.manifest;
  return (
    <header className={classes.head}>
      <h1 className={classes.name} tabIndex={-1} data-page-title>
        {w.sheet}
        <span className="k-unseen">: {sheet.manifest.title || words.releases.untitled}</span>
      </h1>
      <div className={classes.chips}>
        <StateChip of="release" state={sheet.release.state} />
        <Chip tone="grey">{words.releases.kinds[kind]}</Chip>
        {embargoUntil !== null ? (
          <Chip tone="violet" icon={IconClockPause}>
            {w.embargo(momentText(embargoUntil, { zone, now, language }))}
          </Chip>
        ) : null}
      </div>
      {sheet.submitted === null ? null : (
        <p className={classes.soft}>
          {w.submittedBy(sheet.submitted.by)} · <When at={sheet.submitted.at} />
          {sheet.editedSince.length > 0 ? ` · ${w.editedSince(sheet.editedSince.join(', '))}` : null}
        </p>
      )}
      {sheet.submitted !== null && sheet.submitted.note !== '' ? (
        <blockquote className={classes.note}>
          <IconMessage size={16} stroke={1.8} aria-hidden />
          <span>
            <span className="k-unseen">{w.noteFrom(sheet.submitted.by)}: </span>
            {sheet.submitted.note}
          </span>
        </blockquote>
      ) : null}
    </header>
  );
}

import { Button } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { FilesAnywhere } from '../agenda/files/files-anywhere.tsx';
import { PasteAnywhere } from '../agenda/paste/paste-anywhere.tsx';
import { TodayAgenda } from '../agenda/today-agenda.tsx';
import { BrokenTrail } from './broken-trail.tsx';
import { DeliveriesInTrouble } from './deliveries-in-trouble.tsx';
import { ChangedSince, ForYou } from './for-you.tsx';
import classes from './home.module.css';
import { Masthead } from './masthead.tsx';
import { OpenClashes } from './open-clashes.tsx';
import { PinTried } from './pin-tried.tsx';
import { MyDrafts, ReadyToSend } from './releases-of-mine.tsx';
import { Section } from './section.tsx';
import { SheetNotWritten } from './sheet-not-written.tsx';
import { Tonight } from './tonight.tsx';
import { UnsentTexts } from './unsent-texts.tsx';
import { WaitingHere } from './waiting-here.tsx';

/** Beranda: what now. What waits for me stands beside today's agenda; Ctrl+V anywhere takes a pasted agenda. */
export function Home() {
  const w = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const writesAgenda = may('agenda.write');

  return (
    <>
      <FilesAnywhere />
      <PasteAnywhere to="/agenda/tempel" />
      <Masthead />
      <div className={classes.notices}>
        <BrokenTrail />
        <PinTried />
        <SheetNotWritten />
        <UnsentTexts />
      </div>
      <div className={classes.columns}>
        <div className={classes.today}>
          {writesAgenda ? (
            <div className={classes.paste}>
              <Button
                variant="default"
                leftSection={<IconClipboardText size={16} stroke={1.8} aria-hidden />}
                onClick={() => void navigate({ to: '/agenda/tempel' })}
              >
                {w.paste.anything}
              </Button>
              <p className={classes.pasteHint}>{w.home.pasteHint}</p>
            </div>
          ) : null}
          {may('agenda.read') ? (
            <Section title={w.home.today} more={{ to: '/agenda', word: w.home.allAgenda }}>
              <TodayAgenda />
            </Section>
          ) : null}
          <Tonight />
        </div>
        <div className={classes.urgent}>
          <ForYou />
          <ChangedSince />
          <WaitingHere />
          <OpenClashes />
          <DeliveriesInTrouble />
        </div>
        <div className={classes.rest}>
          <ReadyToSend />
          <MyDrafts />
        </div>
      </div>
    </>
  );
}

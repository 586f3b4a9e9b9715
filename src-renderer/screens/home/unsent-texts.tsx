import { Anchor } from '@mantine/core';
import { IconDeviceDesktopUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment, useState, useSyncExternalStore } from 'react';
import { ToneBox } from '../../components/tone-box.tsx';
import { asideTexts, copyName, isStuck, type KeptText, onUnsent, unsentTexts } from '../../editor/unsent.ts';
import { useMe } from '../../frame/session.tsx';
import { useHouse } from '../../house.ts';
import { useWords } from '../../words/words.tsx';
import { KeptWords } from './kept-words.tsx';
import classes from './unsent-texts.module.css';

/** Says on Beranda which texts hold words of this person that the core does not have; nothing when all were sent, or are on their way. */
export function UnsentTexts() {
  const w = useWords();
  const { userId } = useMe();
  const away = useHouse() !== 'well';
  const [shown, setShown] = useState<KeptText | null>(null);
  // as words, because a list would be another one at each look
  const listed = useSyncExternalStore(onUnsent, () =>
    JSON.stringify([
      unsentTexts(userId).map((text) => ({
        ...text,
        copy: copyName(userId, text.releaseId),
        stuck: isStuck(text.releaseId),
      })),
      asideTexts(userId),
    ]),
  );
  const [unsent, aside] = JSON.parse(listed) as [(KeptText & { stuck: boolean })[], KeptText[]];
  const texts = unsent.filter((text) => away || text.stuck);
  const show = (text: KeptText) => (
    <Anchor component="button" type="button" inherit fw={500} td="underline" onClick={() => setShown(text)}>
      {w.home.showKept}
    </Anchor>
  );
  if (texts.length === 0 && aside.length === 0) return null;
  return (
    <>
      <div role="status" className={classes.unsent}>
        {texts.length === 0 ? null : (
          <ToneBox tone="amber" icon={<IconDeviceDesktopUp size={18} stroke={1.8} aria-hidden />}>
            {w.home.unsent}{' '}
            {texts.map((text, at) => (
              <Fragment key={text.releaseId}>
                {at > 0 ? ', ' : ''}
                <Link to={`/siaran-pers/${text.releaseId}` as '/'}>{text.title.trim() || w.home.untitled}</Link>
                {text.stuck ? <> ({show(text)})</> : null}
              </Fragment>
            ))}
            {'. '}
            {away ? w.home.unsentAway : w.home.unsentStuck}
          </ToneBox>
        )}
        {aside.length === 0 ? null : (
          <ToneBox tone="amber" icon={<IconDeviceDesktopUp size={18} stroke={1.8} aria-hidden />}>
            {w.home.aside}{' '}
            {aside.map((text, at) => (
              <Fragment key={text.copy}>
                {at > 0 ? ', ' : ''}
                {text.title.trim() || w.home.untitled} ({show(text)})
              </Fragment>
            ))}
            {'. '}
            {w.home.asideAbout}
          </ToneBox>
        )}
      </div>
      {shown === null ? null : <KeptWords of={shown} onClose={() => setShown(null)} />}
    </>
  );
}

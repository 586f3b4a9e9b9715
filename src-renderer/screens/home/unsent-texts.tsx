import { IconDeviceDesktopUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment, useSyncExternalStore } from 'react';
import { isStuck, onUnsent, unsentTexts } from '../../editor/unsent.ts';
import { useMe } from '../../frame/session.tsx';
import { useHouse } from '../../house.ts';
import { useWords } from '../../words/words.tsx';
import classes from './unsent-texts.module.css';

/** Says on Beranda which texts hold words of this person that the core does not have; nothing when all were sent, or are on their way. */
export function UnsentTexts() {
  const w = useWords();
  const { userId } = useMe();
  const away = useHouse() !== 'well';
  // as words, because a list would be another one at each look
  const listed = useSyncExternalStore(onUnsent, () =>
    JSON.stringify(unsentTexts(userId).map((text) => ({ ...text, stuck: isStuck(text.releaseId) }))),
  );
  const texts = (JSON.parse(listed) as { releaseId: string; title: string; stuck: boolean }[]).filter(
    (text) => away || text.stuck,
  );
  if (texts.length === 0) return null;
  return (
    <div role="status">
      <p className={classes.unsent}>
        <IconDeviceDesktopUp size={18} stroke={1.8} aria-hidden />
        <span>
          {w.home.unsent}{' '}
          {texts.map(({ releaseId, title }, at) => (
            <Fragment key={releaseId}>
              {at > 0 ? ', ' : ''}
              <Link to={`/siaran-pers/${releaseId}` as '/'}>{title.trim() || w.home.untitled}</Link>
            </Fragment>
          ))}
          {'. '}
          {away ? w.home.unsentAway : w.home.unsentStuck}
        </span>
      </p>
    </div>
  );
}

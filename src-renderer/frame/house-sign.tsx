import { IconCloudCheck, IconCloudOff } from '@tabler/icons-react';
import { useHouse, useSavedMinute } from '../house.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import classes from './house-sign.module.css';

/** Tersimpan, terhubung or terputus: whether what one does arrives. */
export function HouseSign() {
  const w = useWords();
  const language = useLanguage();
  const house = useHouse();
  const savedAt = useSavedMinute();
  const well = house === 'well';
  const time =
    savedAt === null
      ? null
      : new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(
          savedAt,
        );
  const word = well ? (time ? w.frame.saved : w.frame.connected) : w.frame.disconnected;
  return (
    <span
      className={classes.sign}
      data-well={well || undefined}
      role="status"
      title={well && time ? w.frame.savedAt(time) : undefined}
    >
      {well ? (
        <IconCloudCheck size={16} stroke={1.8} aria-hidden />
      ) : (
        <IconCloudOff size={16} stroke={1.8} aria-hidden />
      )}
      <span className={classes.word}>{word}</span>
    </span>
  );
}

import { IconFlask } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSigned } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';

/** Says where mails of the sample office go. Nothing in a real office. */
export function SinkBanner({ quiet }: { readonly quiet?: boolean }) {
  const w = useWords();
  if (!useSigned().demo) return null;
  return (
    <p className={classes.sink}>
      <IconFlask size={18} stroke={1.6} aria-hidden />
      <span>
        {w.distribution.sinkBanner}{' '}
        {quiet ? null : <Link to="/distribusi/surel-contoh">{w.distribution.sinkBannerAct}</Link>}
      </span>
    </p>
  );
}

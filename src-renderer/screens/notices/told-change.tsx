import { IconArrowRight } from '@tabler/icons-react';
import type { ToldChange } from '../../../src-main/contract/notices.ts';
import { useWords } from '../../words/words.tsx';
import classes from './notices.module.css';
import { useSayTold } from './say-told.ts';

/** What changed, one line each: label, old struck out, new strong. A state stands as a chip beside the title instead. */
export function ToldChanges({ changes }: { readonly changes: readonly ToldChange[] }) {
  const w = useWords();
  const say = useSayTold();
  const pairs = changes.filter(({ what }) => what !== 'state');
  if (pairs.length === 0) return null;
  return (
    <dl className={classes.pairs}>
      {pairs.map((change) => {
        const said = say(change);
        return (
          <div key={change.what}>
            <dt>{said.label}</dt>
            <dd>
              <span className="k-unseen">{w.notices.was} </span>
              <del>{said.old}</del>
              <IconArrowRight size={14} stroke={1.8} aria-hidden />
              <span className="k-unseen"> {w.notices.becomes} </span>
              <ins>{said.new}</ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

import { IconAlertTriangle } from '@tabler/icons-react';
import type { RedFact } from '../../../src-main/contract/approval-nouns.ts';
import { useWords } from '../../words/words.tsx';
import classes from './sheet.module.css';

/** At most three things to look at first. */
export function RedFacts({ facts }: { readonly facts: readonly RedFact[] }) {
  const w = useWords().approval;
  if (facts.length === 0) return null;
  return (
    <section aria-label={w.redFacts} className={classes.facts}>
      <h2 className="k-unseen">{w.redFacts}</h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact.code}>
            <IconAlertTriangle size={18} stroke={2} aria-hidden />
            <span>{w.facts[fact.code](fact)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

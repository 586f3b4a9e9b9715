import type { z } from 'zod';
import type { auditLineSchema } from '../../../src-main/contract/audit.ts';
import { clockText, exactText, localOf } from '../../../src-main/words/when.ts';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords, type Words } from '../../words/words.tsx';
import classes from './audit.module.css';

type Line = z.infer<typeof auditLineSchema>;

/** `releases.approve` in words; an act nobody gave words to is shown as it is. */
export function sayAct(act: string, words: Words): string {
  return (words.audit.acts as Record<string, string>)[act] ?? act;
}

function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

/** One line: when, who, what; opened, its facts and its hash. */
export function AuditLine({ line }: { readonly line: Line }) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const facts = Object.entries(line.details);
  const kind = (w.audit.kinds as Record<string, string>)[line.subjectKind] ?? line.subjectKind;
  const named = facts.find(([key, value]) => ['title', 'name', 'unit'].includes(key) && typeof value === 'string');
  return (
    <details className={classes.line}>
      <summary>
        <time dateTime={line.at} title={exactText(line.at, zone, language)} className={classes.time}>
          {clockText(localOf(line.at, zone), language)}
        </time>
        <span className={classes.who}>{line.userName || w.settings.auditSystem}</span>
        <span className={classes.what}>
          {sayAct(line.act, w)}
          {named ? <span className={classes.named}> · {String(named[1])}</span> : null}
        </span>
        <span className={classes.kind}>{kind}</span>
      </summary>
      <dl className={classes.facts}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{sayValue(value)}</dd>
          </div>
        ))}
        <div>
          <dt>
            {w.settings.auditProof} #{line.seq}
          </dt>
          <dd className={classes.hash}>{line.hash}</dd>
        </div>
      </dl>
    </details>
  );
}

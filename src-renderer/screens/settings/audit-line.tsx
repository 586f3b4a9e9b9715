import type { z } from 'zod';
import type { auditLineSchema } from '../../../src-main/contract/audit.ts';
import { clockText, exactText, localOf } from '../../../src-main/words/when.ts';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords, type Words } from '../../words/words.tsx';
import classes from './audit.module.css';
import { factsOf } from './audit-facts.ts';

type Line = z.infer<typeof auditLineSchema>;

/** `releases.approve` in words; an act nobody gave words to is shown as it is. */
export function sayAct(act: string, words: Words): string {
  return (words.audit.acts as Record<string, string>)[act] ?? act;
}

/** One line: when, who, what; opened, its facts and its hash. */
export function AuditLine({ line }: { readonly line: Line }) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const facts = factsOf(line.details, { words: w, zone, language });
  const kind = (w.audit.kinds as Record<string, string>)[line.subjectKind] ?? line.subjectKind;
  const about = [line.about.name === '' ? '' : `“${line.about.name}”`, line.about.number ?? '']
    .filter(Boolean)
    .join(' · ');
  return (
    <details className={classes.line}>
      <summary>
        <time dateTime={line.at} title={exactText(line.at, zone, language)} className={classes.time}>
          {clockText(localOf(line.at, zone), language)}
        </time>
        <span className={classes.who}>{line.userName || w.settings.auditSystem}</span>
        <span className={classes.what}>
          {sayAct(line.act, w)}
          {about === '' ? null : <span className={classes.named}> {about}</span>}
        </span>
        <span className={classes.kind}>{kind}</span>
      </summary>
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
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

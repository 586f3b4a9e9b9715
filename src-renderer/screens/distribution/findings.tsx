import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Finding } from '../../../src-main/contract/delivery-nouns.ts';
import { useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';

const icons = { block: IconLock, warn: IconAlertTriangle, info: IconInfoCircle } as const;

/** What stands in the way of Kirim, the worst first, each with the way to mend it. */
export function Findings({
  findings,
  releaseId,
}: {
  readonly findings: readonly Finding[];
  readonly releaseId: string;
}) {
  const w = useWords();
  const fixes: Partial<Record<Finding['code'], string>> = {
    account_missing: '/pengaturan/surel',
    channel_paused: '/distribusi',
    caption_missing: `/siaran-pers/${releaseId}`,
    credit_missing: `/siaran-pers/${releaseId}`,
    message_too_large: `/siaran-pers/${releaseId}`,
    site_missing: '/pengaturan/situs',
    site_without_address: '/pengaturan/situs',
  };
  const order = ['block', 'warn', 'info'] as const;
  const sorted = [...findings].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  if (sorted.length === 0) {
    return (
      <p className={classes.finding} data-level="good">
        <IconCircleCheck size={18} stroke={1.8} aria-hidden />
        {w.distribution.allGood}
      </p>
    );
  }
  return (
    <ul className={classes.findings}>
      {sorted.map((finding) => {
        const Icon = icons[finding.level];
        const fix = fixes[finding.code];
        return (
          <li
            key={`${finding.code} ${finding.params.channel ?? ''}`}
            className={classes.finding}
            data-level={finding.level}
          >
            <Icon size={18} stroke={1.8} aria-hidden />
            <span>
              {w.distribution.findings[finding.code](finding.params)}{' '}
              {fix ? <Link to={fix as string}>{w.distribution.fix}</Link> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

import {
  IconArrowBackUp,
  IconCheck,
  IconChecks,
  IconLockOpen,
  IconSend,
  IconUserExclamation,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Decision, DecisionAct } from '../../../src-main/contract/approval-nouns.ts';
import { Chip } from '../../components/state-chip.tsx';
import { When } from '../../components/when.tsx';
import type { Tone } from '../../theme/tones.ts';
import { useWords } from '../../words/words.tsx';
import classes from './decisions.module.css';

const looks: Readonly<Record<DecisionAct, readonly [Tone, TablerIcon]>> = {
  submitted: ['amber', IconSend],
  returned: ['red', IconArrowBackUp],
  approved: ['green', IconCheck],
  corrected: ['green', IconChecks],
  new_version: ['grey', IconLockOpen],
};

/** Who decided what, in which role, when, with which words; the newest first. */
export function DecisionList({ decisions }: { readonly decisions: readonly Decision[] }) {
  const words = useWords();
  const w = words.approval;
  return (
    <section className={classes.history}>
      <h2 className={classes.heading}>{w.history}</h2>
      {decisions.length === 0 ? <p className={classes.soft}>{w.historyEmpty}</p> : null}
      <ol>
        {decisions.map((decision) => {
          const [tone, Icon] = looks[decision.act];
          return (
            <li key={decision.id}>
              <span className={classes.dot} data-tone={tone}>
                <Icon size={14} stroke={2.2} aria-hidden />
              </span>
              <div>
                <p className={classes.act}>
                  <strong>{w.acts[decision.act]}</strong> {w.by(decision.userName)}
                </p>
                <p className={classes.soft}>
                  {decision.insteadOf
                    ? words.roster.plh(words.states.role[decision.role], decision.insteadOf.name)
                    : words.states.role[decision.role]}{' '}
                  · {w.versionLine(decision.version)} · <When at={decision.at} />
                </p>
                {decision.self ? (
                  <Chip tone="amber" icon={IconUserExclamation}>
                    {w.self}
                  </Chip>
                ) : null}
                {decision.note === '' ? null : <blockquote>{decision.note}</blockquote>}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

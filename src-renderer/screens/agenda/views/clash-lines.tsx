import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Language } from '../../../../src-main/contract/basics.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { timeRangeText } from '../../../../src-main/words/when.ts';
import { ToneBox } from '../../../components/tone-box.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { isDouble } from '../doubles.ts';
import { useOfficials } from '../use-officials.ts';
import classes from './move-dialog.module.css';

interface ClashLinesProps {
  readonly clashes: readonly Clash[];
  /** What can be done about one, after its sentence. */
  readonly act?: (clash: Clash) => ReactNode;
  /** Without the box: for what was answered already. */
  readonly plain?: boolean;
}

/** What an event would go against, each in one sentence. */
export function ClashLines({ clashes, act, plain }: ClashLinesProps) {
  const w = useWords();
  const language = useLanguage();
  const { called } = useOfficials();
  const words = (clash: Clash): string => {
    const official = clash.officialId ? called(clash.officialId) : (clash.personName ?? '');
    const who = clash.standsInFor ? `${official} (${w.views.standsInFor(called(clash.standsInFor))})` : official;
    const other = clash.other ? `“${clash.other.title}”, ${clocks(clash.other, language)}` : '';
    // where an end is only supposed, or an event may not take place, it is not certain
    const maybe = clash.weight === 'look' && isDouble(clash) ? `${w.views.doubled.look}: ` : '';
    return `${maybe}${w.views.clash[clash.code]({
      who,
      other,
      venue: clash.other?.venue ?? '',
      amount: clash.amount ?? 0,
      missing: clash.missing.map((role) => w.views.clashMissing[role]).join(w.views.clashAnd),
      holiday: clash.holiday ?? '',
    })}`;
  };
  if (clashes.length === 0) return null;
  if (plain) return <>{clashes.map(words).join(' ')}</>;
  return (
    <ToneBox
      tone={clashes.some((clash) => clash.weight === 'sure') ? 'red' : 'amber'}
      icon={<IconAlertTriangle size={18} stroke={1.8} aria-hidden />}
    >
      <ul className={classes.clashes}>
        {clashes.map((clash) => (
          <li key={clash.key}>
            {words(clash)} {act?.(clash)}
          </li>
        ))}
      </ul>
    </ToneBox>
  );
}

/** Its clocks without the zone: the other event stands beside this one, and both are of one day. */
function clocks(other: NonNullable<Clash['other']>, language: Language): string {
  return timeRangeText({ ...other, zone: 'Asia/Makassar' }, language).replace(/ WITA/g, '');
}

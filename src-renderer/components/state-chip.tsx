import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowsMove,
  IconBan,
  IconCalendarPause,
  IconCheck,
  IconChecks,
  IconCircleDashed,
  IconClock,
  IconHelpCircle,
  IconHourglass,
  IconLoader,
  IconPencil,
  IconPlayerPlay,
  IconRefresh,
  IconSend,
  IconShare,
  IconShieldCheck,
  IconUserCheck,
  IconUserShare,
  IconUserX,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Attendance, EventState } from '../../src-main/contract/agenda-nouns.ts';
import type { DeliveryState } from '../../src-main/contract/delivery-nouns.ts';
import type { InvitationState } from '../../src-main/contract/invitations.ts';
import type { Photo } from '../../src-main/contract/photo-nouns.ts';
import type { ReleaseState } from '../../src-main/contract/release-nouns.ts';
import type { Tone } from '../theme/tones.ts';
import { useWords } from '../words/words.tsx';
import classes from './state-chip.module.css';

type Look = readonly [Tone, TablerIcon];

const event: Readonly<Record<EventState, Look>> = {
  proposed: ['amber', IconHelpCircle],
  tentative: ['grey', IconCircleDashed],
  confirmed: ['green', IconCheck],
  ongoing: ['blue', IconPlayerPlay],
  done: ['green', IconChecks],
  postponed: ['violet', IconCalendarPause],
  cancelled: ['red', IconX],
};
const release: Readonly<Record<ReleaseState, Look>> = {
  draft: ['grey', IconPencil],
  submitted: ['amber', IconHourglass],
  returned: ['red', IconArrowBackUp],
  approved: ['green', IconCheck],
  distributed: ['green', IconChecks],
  withdrawn: ['red', IconBan],
};
const delivery: Readonly<Record<DeliveryState, Look>> = {
  ready: ['grey', IconClock],
  preparing: ['blue', IconLoader],
  intended: ['blue', IconSend],
  sent: ['green', IconChecks],
  refused: ['red', IconX],
  retrying: ['blue', IconRefresh],
  unknown: ['red', IconAlertTriangle],
  to_share: ['amber', IconShare],
  shared: ['green', IconCheck],
  not_sent: ['grey', IconBan],
};
const photo: Readonly<Record<Photo['state'], Look>> = {
  copied: ['blue', IconShieldCheck],
  ready: ['green', IconCheck],
  damaged: ['red', IconAlertTriangle],
};
const attendance: Readonly<Record<Attendance['answer'], Look>> = {
  unknown: ['grey', IconCircleDashed],
  attends: ['green', IconUserCheck],
  delegated: ['blue', IconUserShare],
  absent: ['red', IconUserX],
};
const duty = {
  assigned: ['amber', IconHourglass],
  accepted: ['blue', IconCheck],
  on_site: ['blue', IconArrowsMove],
  material_in: ['green', IconCheck],
  done: ['green', IconChecks],
} as const satisfies Record<string, Look>;

const invitation: Readonly<Record<InvitationState, Look>> = {
  waiting: ['amber', IconHourglass],
  scheduled: ['green', IconCheck],
  declined: ['grey', IconBan],
};

const looks = { event, release, delivery, photo, attendance, duty, invitation };
export type StateKind = keyof typeof looks;

type StateChipProps = {
  [K in StateKind]: { readonly of: K; readonly state: keyof (typeof looks)[K] & string };
}[StateKind];

/** A state: icon, word and colour, the same everywhere. `<StateChip of="release" state={release.state} />` */
export function StateChip(props: StateChipProps) {
  const w = useWords();
  const [tone, icon] = (looks[props.of] as Record<string, Look>)[props.state] ?? (['grey', IconCircleDashed] as const);
  const word = (w.states[props.of] as Record<string, string>)[props.state] ?? props.state;
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  );
}

interface ChipProps {
  readonly tone: Tone;
  readonly icon?: TablerIcon;
  readonly children: string;
  /** Why it is so, on hover. */
  readonly title?: string;
}

/** The body of a chip, for facts that are no state of a thing. */
export function Chip({ tone, icon: Icon, children, title }: ChipProps) {
  return (
    <span className={classes.chip} data-tone={tone} title={title}>
      {Icon ? <Icon size={14} stroke={2} aria-hidden /> : null}
      {children}
    </span>
  );
}

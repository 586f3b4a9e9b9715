import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Invitation } from '../../../src-main/contract/invitations.ts';
import { client } from '../../client.ts';
import { ToneBox } from '../../components/tone-box.tsx';
import { useWords } from '../../words/words.tsx';

interface KnownLetterProps {
  readonly letterNo: string;
  readonly letterDay: string | null;
  readonly organizer: string;
  /** Of the file it came as. */
  readonly sha256?: string | undefined;
}

/**
 * Says that this letter has been taken in already, where it is, and whether it has an event: the same file, or the same number from the
 * same sender or of the same day. Letters reach an office by several ways.
 */
export function KnownLetter({ letterNo, letterDay, organizer, sha256 }: KnownLetterProps) {
  const w = useWords();
  const { list } = client.invitations;
  const sameFile = useQuery(list.queryOptions({ input: { sha256 }, enabled: sha256 !== undefined })).data ?? [];
  const sameNumber =
    useQuery(list.queryOptions({ input: { text: letterNo }, enabled: letterNo.trim() !== '' })).data ?? [];
  const isSame = (one: Invitation) =>
    one.letterNo === letterNo &&
    (one.letterDay === letterDay || one.organizer.trim().toLowerCase() === organizer.trim().toLowerCase());
  const found = [...(sha256 === undefined ? [] : sameFile), ...sameNumber.filter(isSame)];
  // the one that has an event says more
  const known = found.find((one) => one.eventId !== null) ?? found[0];
  return (
    <div role="status">
      {known ? (
        <ToneBox tone="amber" icon={<IconAlertTriangle size={18} stroke={1.8} aria-hidden />}>
          {w.invitations.alreadyHere}{' '}
          <Link to="/undangan/$invitationId" params={{ invitationId: known.id }}>
            {known.subject}
          </Link>
          {known.eventId ? (
            <>
              {'. '}
              {w.invitations.hasEvent}{' '}
              <Link to="/agenda/$eventId" params={{ eventId: known.eventId }}>
                {w.invitations.openEvent}
              </Link>
            </>
          ) : null}
        </ToneBox>
      ) : null}
    </div>
  );
}

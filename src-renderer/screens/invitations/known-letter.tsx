import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { InvitationFields } from '../../../src-main/contract/invitations.ts';
import { client } from '../../client.ts';
import { ToneBox } from '../../components/tone-box.tsx';
import { useWords } from '../../words/words.tsx';

/** Says that a letter of this number and day has been taken in already, and where it is. Letters reach an office by several ways. */
export function KnownLetter({ letterNo, letterDay }: Pick<InvitationFields, 'letterNo' | 'letterDay'>) {
  const w = useWords();
  const found = useQuery(
    client.invitations.list.queryOptions({ input: { text: letterNo }, enabled: letterNo.trim() !== '' }),
  );
  const known = found.data?.find((one) => one.letterNo === letterNo && one.letterDay === letterDay);
  return (
    <div role="status">
      {known ? (
        <ToneBox tone="amber" icon={<IconAlertTriangle size={18} stroke={1.8} aria-hidden />}>
          {w.invitations.alreadyHere}{' '}
          <Link to="/undangan/$invitationId" params={{ invitationId: known.id }}>
            {known.subject}
          </Link>
        </ToneBox>
      ) : null}
    </div>
  );
}

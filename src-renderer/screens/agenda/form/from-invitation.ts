import { useQuery } from '@tanstack/react-query';
import type { Proposal } from '../../../../src-main/contract/agenda-reading.ts';
import type { Invitation } from '../../../../src-main/contract/invitations.ts';
import { rpc } from '../../../client.ts';
import { whenOf } from '../paste/card.ts';
import type { EventValues } from './values.ts';

/** What a letter says of its event, to begin a form with; null while it is being read. A letter that cannot be read says less. */
export function useFromInvitation(
  id: string | undefined,
): { readonly invitation: Invitation | null; readonly begin: Partial<EventValues> } | null {
  const read = useQuery({
    queryKey: ['event-from-invitation', id],
    queryFn: async () => {
      const invitation = await rpc.invitations.get({ id: id ?? '' });
      const text = invitation.text.trim().slice(0, 50_000);
      const proposals = text === '' ? [] : (await rpc.agenda.readText({ text })).proposals;
      return { invitation, begin: beginOf(invitation, proposals[0] ?? null) };
    },
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (id === undefined || read.isError) return { invitation: null, begin: {} };
  return read.data ?? null;
}

/** The letter's own fields count where both say something: a person has looked them over. */
function beginOf(invitation: Invitation, read: Proposal | null): Partial<EventValues> {
  const { subject, venue, organizer, note } = invitation;
  const leaders = read?.leaders.flatMap((leader) =>
    leader.officialId === null
      ? []
      : [
          {
            officialId: leader.officialId,
            answer: leader.answer,
            delegateId: leader.delegateId,
            delegateName: leader.delegateName,
            instruction: null,
          },
        ],
  );
  return {
    title: read?.title?.value || subject,
    venue: venue || read?.venue?.value || '',
    organizer: organizer || read?.organizer?.value || '',
    note,
    state: 'tentative',
    ...(read
      ? {
          when: whenOf(read),
          zone: read.zone.value,
          kind: read.kind?.value ?? 'lainnya',
          dressCode: read.dressCode?.value ?? '',
          transitRoom: read.transitRoom?.value ?? '',
          contact: read.contact?.value ?? { name: '', phone: '' },
          rundown: read.rundown?.value ?? [],
          attendance: leaders ?? [],
        }
      : {}),
  };
}

import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SeriesClashes, SeriesScope } from '../views/series-scope.tsx';
import type { Card } from './card.ts';
import { asksScope, cardFollowing, isFollowing } from './following.ts';
import type { Meaning } from './to-accept.ts';

interface CardScopeProps {
  readonly card: Card;
  readonly meaning: Meaning;
  readonly onChange: (card: Card) => void;
}

/** Of a change that speaks of one date of a series: whether it is for that date alone, or from there on, and what that would do. */
export function CardScope({ card, meaning, onChange }: CardScopeProps) {
  return asksScope(card, meaning) ? <Asked card={card} meaning={meaning} onChange={onChange} /> : null;
}

function Asked({
  card,
  meaning,
  onChange,
}: CardScopeProps & { readonly meaning: Parameters<typeof cardFollowing>[0] }) {
  const counts = isFollowing(card, meaning) && meaning.change.input.state !== 'cancelled';
  const check = useQuery({ ...cardFollowing(meaning), enabled: counts });
  return (
    <Box my={8}>
      <SeriesScope
        value={card.scope}
        onChange={(scope) => onChange({ ...card, scope })}
        count={counts ? check.data?.count : undefined}
      />
      {counts && check.data ? <SeriesClashes clashes={check.data.clashes} /> : null}
    </Box>
  );
}

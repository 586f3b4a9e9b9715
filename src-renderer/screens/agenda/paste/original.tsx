import { memo } from 'react';
import { useWords } from '../../../words/words.tsx';
import classes from './paste.module.css';
import type { Mark, Piece } from './pieces.ts';

interface OriginalProps {
  readonly pieces: readonly Piece[];
  /** Key of the proposal that has the focus. */
  readonly current: string | null;
}

/** Each way a piece can be marked, in the order of the legend; places and people look alike. */
const legend = ['title', 'time', 'people', 'other', 'heading', 'assumed', 'missed', 'passed'] as const;

/** The message as it came, coloured by what was understood. Marks differ in line and weight too, never in colour alone. */
export const Original = memo(function Original({ pieces, current }: OriginalProps) {
  const w = useWords();
  const used = new Set(pieces.map((piece) => (piece.mark === 'place' ? 'people' : piece.mark)));
  const said: Partial<Record<Mark, string>> = {
    assumed: w.paste.legend.assumed,
    missed: w.paste.legend.missed,
  };
  return (
    <div className={classes.original}>
      <div className={classes.legend}>
        {legend
          .filter((mark) => used.has(mark))
          .map((mark) => (
            <span key={mark} data-mark={mark}>
              {w.paste.legend[mark]}
            </span>
          ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls; the keyboard must reach it */}
      <section className={classes.text} tabIndex={0} aria-label={w.agenda.original}>
        {pieces.map((piece, index) => (
          <Cut
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
            key={index}
            piece={piece}
            current={current !== null && piece.keys.has(current)}
            title={piece.mark ? said[piece.mark] : undefined}
          />
        ))}
      </section>
    </div>
  );
});

/** Drawn again only when the focus comes to its proposal or leaves it. */
const Cut = memo(function Cut({
  piece,
  current,
  title,
}: {
  readonly piece: Piece;
  readonly current: boolean;
  readonly title: string | undefined;
}) {
  return (
    <span data-mark={piece.mark ?? undefined} data-current={current || undefined} title={title}>
      {piece.text}
    </span>
  );
});

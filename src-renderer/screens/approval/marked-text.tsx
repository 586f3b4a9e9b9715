import { Fragment } from 'react';
import type { BlockChange, WordChange } from '../../../src-main/text/word-diff.ts';
import { useWords } from '../../words/words.tsx';
import classes from './marked-text.module.css';

/** Words in reading order; those that came are underlined, those that went struck through, and both are said to screen readers. */
export function MarkedWords({ words, marks }: { readonly words: readonly WordChange[]; readonly marks: boolean }) {
  const w = useWords().approval;
  return words.map((word, at) => {
    if (!marks && word.change === 'removed') return null;
    const styled = <Styled word={word} />;
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one reading never change their order
    if (!marks || word.change === 'same') return <Fragment key={at}>{styled}</Fragment>;
    if (word.change === 'added')
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <ins key={at} className={classes.added}>
          <span className="k-unseen">[{w.added}: </span>
          {styled}
          <span className="k-unseen">]</span>
        </ins>
      );
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <del key={at} className={classes.removed}>
        <span className="k-unseen">[{w.removed}: </span>
        {styled}
        <span className="k-unseen">]</span>
      </del>
    );
  });
}

function Styled({ word }: { readonly word: WordChange }) {
  const lines = word.text.split('\n').map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one run never change their order
    <Fragment key={at}>
      {at > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
  const linked =
    word.href === null ? (
      lines
    ) : (
      <a href={word.href} target="_blank" rel="noopener noreferrer">
        {lines}
      </a>
    );
  const slanted = word.italic ? <em>{linked}</em> : linked;
  return word.bold ? <strong>{slanted}</strong> : slanted;
}

/** The body as media will read it, with its changes. */
export function MarkedBody({ blocks, marks }: { readonly blocks: readonly BlockChange[]; readonly marks: boolean }) {
  return (
    <div className={classes.body} lang="id">
      {blocks
        .filter((block) => marks || block.change !== 'removed')
        .map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one reading never change their order
          <MarkedBlock key={at} block={block} marks={marks} />
        ))}
    </div>
  );
}

function MarkedBlock({ block, marks }: { readonly block: BlockChange; readonly marks: boolean }) {
  const words = <MarkedWords words={block.words} marks={marks} />;
  const bar = marks && block.change !== 'same' ? block.change : undefined;
  if (block.type === 'heading')
    return block.level === 3 ? <h4 data-bar={bar}>{words}</h4> : <h3 data-bar={bar}>{words}</h3>;
  if (block.type === 'quote')
    return (
      <blockquote data-bar={bar}>
        <p>{words}</p>
      </blockquote>
    );
  if (block.type === 'item')
    return (
      <p className={classes.item} data-depth={block.level} data-bar={bar}>
        <span className={classes.marker}>{block.marker}</span>
        <span>{words}</span>
      </p>
    );
  return <p data-bar={bar}>{words}</p>;
}

import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { DATELINE } from '../../src-main/text/release-document.ts';
import { useWords } from '../words/words.tsx';
import { atRest } from './at-rest.ts';
import { countWords } from './live-word-count.ts';

/** Counted when the hands rest, never while they type. */
const REST_MS = 700;

export function WordCount({ editor, doc }: { readonly editor: Editor; readonly doc: Y.Doc }) {
  const w = useWords().releases;
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = () => {
      if (!editor.isDestroyed) setCount(countWords(editor.state.doc, doc.getText(DATELINE).toString()));
    };
    const rest = atRest(REST_MS, look);
    const later = () => rest.touch();
    look();
    editor.on('update', later);
    doc.getText(DATELINE).observe(later);
    return () => {
      rest.cancel();
      editor.off('update', later);
      doc.getText(DATELINE).unobserve(later);
    };
  }, [editor, doc]);
  return <span className="k-figures">{w.words(count)}</span>;
}

import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { atRest } from './at-rest.ts';

/** What stands at the caret. */
interface AtCaret {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly bulletList: boolean;
  readonly orderedList: boolean;
  readonly heading: boolean;
  readonly quote: boolean;
  readonly link: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Follows a caret that moves this late. */
const MOVE_LAG_MS = 60;
/** While somebody types the buttons wait for a pause: looking costs more than a keystroke. */
const TYPING_LAG_MS = 300;

/** Looks at the caret after it has come to rest, and renders only when something differs. */
export function useToolbarState(editor: Editor | null): AtCaret | null {
  const [state, setState] = useState<AtCaret | null>(null);
  useEffect(() => {
    if (editor === null) return;
    const look = () => {
      if (editor.isDestroyed) return;
      const next = atCaret(editor);
      setState((was) => (was !== null && same(was, next) ? was : next));
    };
    const typed = atRest(TYPING_LAG_MS, look);
    const moved = atRest(MOVE_LAG_MS, look);
    const later = ({ transaction }: { transaction: { docChanged: boolean } }) =>
      (transaction.docChanged ? typed : moved).touch();
    look();
    editor.on('transaction', later);
    return () => {
      typed.cancel();
      moved.cancel();
      editor.off('transaction', later);
    };
  }, [editor]);
  return state;
}

function atCaret(editor: Editor): AtCaret {
  const link: unknown = editor.isActive('link') ? editor.getAttributes('link').href : null;
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    heading: editor.isActive('heading'),
    quote: editor.isActive('quote'),
    link: typeof link === 'string' ? link : null,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

function same(one: AtCaret, two: AtCaret): boolean {
  return (Object.keys(one) as (keyof AtCaret)[]).every((key) => one[key] === two[key]);
}

import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { type Speaker, speakerOf } from '../../src-main/text/quote.ts';
import { DATELINE, TITLE } from '../../src-main/text/release-document.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import { isCaretInSight } from './caret-in-sight.ts';
import classes from './editor.module.css';
import { intoBody } from './into-body.ts';
import { LineField } from './line-field.tsx';
import type { QuoteFace } from './quote-view.ts';
import { SpeakerChoice } from './speaker-choice.tsx';
import { Toolbar } from './toolbar.tsx';
import { WordCount } from './word-count.tsx';
import { writingExtensions } from './writing-extensions.ts';

/** Pixels of the toolbar that stays at the top while the text scrolls. */
const TOOLBAR_HEIGHT = 56;
/** Where ProseMirror scrolls the caret to, in pixels from each edge: never behind the toolbar. */
const ROOM = { top: TOOLBAR_HEIGHT + 32, right: 0, bottom: 40, left: 0 };

interface ReleaseEditorProps {
  readonly doc: Y.Doc;
  readonly editable: boolean;
}

/** The writing surface: title, dateline, body. Mount it anew for another document (key by doc.guid). */
export function ReleaseEditor({ doc, editable }: ReleaseEditorProps) {
  const words = useWords();
  const w = words.releases;
  const language = useLanguage();
  const [quoteAt, setQuoteAt] = useState<{ position: number; speaker: Speaker | null } | null>(null);
  const said = useRef(w);
  said.current = w;
  const open = useRef<(position: number) => void>(() => {});

  const extensions = useMemo(() => {
    const face: QuoteFace = {
      choose: (position) => open.current(position),
      nobody: () => said.current.chooseSpeaker,
      change: () => said.current.changeSpeaker,
    };
    return writingExtensions(doc, face, () => said.current.bodyPlaceholder);
  }, [doc]);
  const editor = useEditor({
    extensions,
    editable,
    shouldRerenderOnTransaction: false,
    // nobody asks what was deleted, and working it out costs a timer and two walks through the text at every letter
    enableCoreExtensions: { delete: false },
    editorProps: {
      handleScrollToSelection: (view) => isCaretInSight(view, TOOLBAR_HEIGHT),
      scrollThreshold: ROOM,
      scrollMargin: ROOM,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': w.body, spellcheck: 'true', lang: 'id' },
    },
  });

  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false);
  }, [editor, editable]);
  useEffect(() => {
    editor.view.dom.setAttribute('aria-label', said.current.body);
    editor.view.dom.setAttribute('data-language', language);
  }, [editor, language]);

  open.current = (position) => {
    const node = editor.state.doc.nodeAt(position);
    if (node?.type.name === 'quote') setQuoteAt({ position, speaker: speakerOf(node.attrs) });
  };

  const quote = () => {
    if (editor.isActive('quote')) {
      intoBody(editor).setNode('paragraph').run();
      return;
    }
    // The new quote takes the speaker of the one before: in an interview it is mostly the same.
    if (!intoBody(editor).setNode('quote').run()) return;
    const { $from } = editor.state.selection;
    if ($from.parent.type.name === 'quote') open.current($from.before());
  };
  const chosen = (speaker: Speaker) => {
    if (quoteAt === null) return;
    const { position } = quoteAt;
    setQuoteAt(null);
    intoBody(editor)
      .command(({ tr, state }) => {
        // Somebody else may have taken the quote away while the choice stood open.
        if (state.doc.nodeAt(position)?.type.name !== 'quote') return false;
        tr.setNodeMarkup(position, undefined, { ...speaker });
        return true;
      })
      .run();
  };

  return (
    <div className={classes.editor}>
      {editable ? <Toolbar editor={editor} onQuote={quote} /> : null}
      <div className={classes.sheet}>
        <LineField
          text={doc.getText(TITLE)}
          label={w.title}
          placeholder={w.titlePlaceholder}
          className={classes.title}
          editable={editable}
          grows
          onEnter={() => intoBody(editor, 'start')}
        />
        <div className={classes.dateline}>
          <LineField
            text={doc.getText(DATELINE)}
            label={w.dateline}
            placeholder={w.datelinePlaceholder}
            className={classes.datelineField}
            editable={editable}
            onEnter={() => intoBody(editor, 'start')}
          />
          <span aria-hidden className={classes.dash}>
            –
          </span>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the editor inside hears its own keys; this one only adds Ctrl+Shift+K */}
        <div
          className={classes.body}
          onKeyDown={(event) => {
            if (!editable || !(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'k')
              return;
            event.preventDefault();
            event.stopPropagation();
            quote();
          }}
        >
          <EditorContent editor={editor} />
        </div>
      </div>
      <div className={classes.foot}>
        <WordCount editor={editor} doc={doc} />
      </div>
      <SpeakerChoice
        opened={quoteAt !== null}
        speaker={quoteAt?.speaker ?? null}
        onClose={() => {
          setQuoteAt(null);
          intoBody(editor);
        }}
        onChoose={chosen}
      />
    </div>
  );
}

import type { NodeViewRenderer } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Quote, speakerOf } from '../../src-main/text/quote.ts';
import { atRest } from './at-rest.ts';
import { printedSpeakers } from './printed-speakers.ts';

/** What the page does for a quote; handed over once, read at each use, so that a new language needs no new editor. */
export interface QuoteFace {
  /** Opens the choice of a speaker for the quote at this position. */
  choose(position: number): void;
  /** Words of the button when nobody was chosen yet. */
  nobody(): string;
  change(): string;
}

/** Whether a name was said before is looked at when the hands rest, never while they type. */
const REST_MS = 400;

/** What puts the printed attribution under the quote of this element. */
const under = new WeakMap<Node, (attribution: string) => void>();
const waiting = new WeakSet<EditorView>();

function showPrinted(view: EditorView): void {
  if (view.isDestroyed) return;
  for (const { position, words } of printedSpeakers(view.state.doc)) {
    const dom = view.nodeDOM(position);
    if (dom !== null) under.get(dom)?.(words);
  }
}

/** Once for all quotes that came or got a speaker in this turn, as soon as the document stands. */
function showPrintedSoon(view: EditorView): void {
  if (waiting.has(view)) return;
  waiting.add(view);
  queueMicrotask(() => {
    waiting.delete(view);
    showPrinted(view);
  });
}

/** The quote of the schema with its speaker shown below; plain DOM, because a React view would render at every keystroke. */
export function quoteWith(face: QuoteFace) {
  return Quote.extend({
    addNodeView(): NodeViewRenderer {
      return ({ node, getPos, editor, view }) => {
        let known = node;
        let words = '';
        const dom = document.createElement('blockquote');
        const contentDOM = document.createElement('p');
        const by = document.createElement('button');
        by.type = 'button';
        by.contentEditable = 'false';
        const show = () => {
          const speaker = speakerOf(known.attrs);
          dom.toggleAttribute('data-nobody', speaker === null);
          by.textContent = speaker === null ? face.nobody() : `— ${words.replace(/\.$/, '')}`;
          by.setAttribute('aria-label', speaker === null ? face.nobody() : `${by.textContent}. ${face.change()}`);
        };
        const press = () => {
          const position = getPos();
          if (editor.isEditable && position !== undefined) face.choose(position);
        };
        by.addEventListener('click', press);
        // Otherwise the press would first move the caret into the quote and the page would scroll.
        by.addEventListener('mousedown', (event) => event.preventDefault());
        dom.append(contentDOM, by);
        under.set(dom, (printed) => {
          if (printed === words) return;
          words = printed;
          show();
        });
        show();
        showPrintedSoon(view);
        return {
          dom,
          contentDOM,
          update(next) {
            if (next.type.name !== 'quote') return false;
            if (!known.sameMarkup(next)) showPrintedSoon(view);
            known = next as typeof node;
            show();
            return true;
          },
          stopEvent: (event) => event.target === by,
          ignoreMutation: (mutation) => (mutation.type === 'selection' ? false : !contentDOM.contains(mutation.target)),
        };
      };
    },
    addProseMirrorPlugins() {
      return [
        new Plugin({
          view: (editorView) => {
            const rest = atRest(REST_MS, () => showPrinted(editorView));
            return {
              update: (view, before) => {
                if (view.state.doc !== before.doc) rest.touch();
              },
              destroy: () => rest.cancel(),
            };
          },
        }),
      ];
    },
    addKeyboardShortcuts() {
      return {
        // At its beginning a quote becomes a paragraph again.
        Backspace: ({ editor }) => {
          const { empty, $from } = editor.state.selection;
          if (!empty || $from.parentOffset !== 0 || $from.parent.type.name !== 'quote') return false;
          return editor.commands.setNode('paragraph');
        },
      };
    },
  });
}

import type { NodeViewRenderer } from '@tiptap/core';
import { attribution, Quote, speakerOf } from '../../src-main/text/quote.ts';

/** What the page does for a quote; handed over once, read at each use, so that a new language needs no new editor. */
export interface QuoteFace {
  /** Opens the choice of a speaker for the quote at this position. */
  choose(position: number): void;
  /** Words of the button when nobody was chosen yet. */
  nobody(): string;
  change(): string;
}

/** The quote of the schema with its speaker shown below; plain DOM, because a React view would render at every keystroke. */
export function quoteWith(face: QuoteFace) {
  return Quote.extend({
    addNodeView(): NodeViewRenderer {
      return ({ node, getPos, editor }) => {
        const dom = document.createElement('blockquote');
        const contentDOM = document.createElement('p');
        const by = document.createElement('button');
        by.type = 'button';
        by.contentEditable = 'false';
        const show = (shown: typeof node) => {
          const speaker = speakerOf(shown.attrs);
          dom.toggleAttribute('data-nobody', speaker === null);
          by.textContent = speaker === null ? face.nobody() : `— ${attribution(speaker, false).replace(/\.$/, '')}`;
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
        show(node);
        return {
          dom,
          contentDOM,
          update(next) {
            if (next.type.name !== 'quote') return false;
            show(next as typeof node);
            return true;
          },
          stopEvent: (event) => event.target === by,
          ignoreMutation: (mutation) => (mutation.type === 'selection' ? false : !contentDOM.contains(mutation.target)),
        };
      };
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

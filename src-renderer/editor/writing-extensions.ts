import { Extension, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ListKeymap } from '@tiptap/extension-list';
import { Placeholder } from '@tiptap/extensions';
import { Plugin } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { BODY } from '../../src-main/text/release-document.ts';
import { releaseExtensions } from '../../src-main/text/schema.ts';
import { cleanPastedHtml, plainTextSlice } from './paste.ts';
import { type QuoteFace, quoteWith } from './quote-view.ts';

/** The schema of a release with what a page needs to write it. */
export function writingExtensions(doc: Y.Doc, face: QuoteFace, placeholder: () => string): Extensions {
  return [
    ...releaseExtensions().map((extension) => (extension.name === 'quote' ? quoteWith(face) : extension)),
    Collaboration.configure({ document: doc, field: BODY }),
    Placeholder.configure({ placeholder, showOnlyWhenEditable: true }),
    ListKeymap,
    CleanPaste,
  ];
}

const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanPastedHtml,
          clipboardTextParser: (text, _context, _plain, view) => plainTextSlice(text, view.state.schema),
        },
      }),
    ];
  },
});

import { type Extensions, getSchema } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { safeAddress } from './link-address.ts';
import { Quote } from './quote.ts';

/**
 * Version of what a release text may hold. Raise it with every node, mark or attribute that is added: reading a Yjs document
 * with a schema that lacks a node deletes that node, so a page with an older number may read but not write.
 */
export const SCHEMA_VERSION = 1;

/** What a release text is made of. The page adds its DOM-side extensions (collaboration, placeholder, keys) to these. */
export function releaseExtensions(): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    HardBreak,
    Bold,
    Italic,
    Heading.configure({ levels: [2, 3] }),
    BulletList,
    OrderedList,
    ListItem,
    Quote,
    Link.configure({
      // A typed address becomes a link only when a person says so: autolink looks at the text at every keystroke.
      autolink: false,
      openOnClick: false,
      linkOnPaste: true,
      defaultProtocol: 'https',
      protocols: ['http', 'https', 'mailto'],
      isAllowedUri: (address) => safeAddress(address) !== null,
      HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow', class: null },
    }),
  ];
}

/** The ProseMirror schema of a release text, for reading documents without a DOM. */
export const releaseSchema = getSchema(releaseExtensions());

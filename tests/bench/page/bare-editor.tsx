import { Bold } from '@tiptap/extension-bold';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { ListKit } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { EditorContent, useEditor } from '@tiptap/react';
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';

/** The peer: nothing but TipTap and Collaboration, with the same text in it. */
const doc = new Y.Doc();
const count = Number(new URLSearchParams(location.search).get('words') ?? '3000');
const fragment = doc.getXmlFragment('default');
for (let word = 0; word < count; word += 50) {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(Array.from({ length: 50 }, (_, n) => `kata${(word + n) % 97}`).join(' '))]);
  fragment.push([paragraph]);
}

function Bare() {
  const editor = useEditor({
    extensions: [
      Document,
      Paragraph,
      Text,
      Bold,
      Italic,
      Heading,
      Link,
      ListKit,
      Collaboration.configure({ document: doc }),
    ],
  });
  return <EditorContent editor={editor} />;
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<Bare />);
}

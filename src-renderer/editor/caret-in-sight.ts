import type { EditorView } from '@tiptap/pm/view';

/** So far from the edge of what is seen the caret still needs no scrolling, in pixels. */
const MARGIN = 24;

/**
 * Whether the caret stands where the writer sees it, so that nothing has to scroll. ProseMirror itself asks every ancestor of
 * the text for its place and its style at every keystroke, which in a page as deep as ours costs more than the rest of a
 * keystroke; this asks for two places.
 * @param toolbarHeight pixels at the top of the scrolled area that a fixed toolbar covers
 */
export function isCaretInSight(view: EditorView, toolbarHeight: number): boolean {
  const scrolled = view.dom.closest('main');
  if (scrolled === null) return false;
  const place = scrolled.getBoundingClientRect();
  const caret = view.coordsAtPos(view.state.selection.head);
  // the keyboard of a phone covers the page without making it smaller
  const seen = window.visualViewport;
  const bottom = Math.min(place.bottom, seen === null ? window.innerHeight : seen.offsetTop + seen.height);
  return (
    caret.top >= Math.max(place.top, 0) + toolbarHeight + MARGIN &&
    caret.bottom <= bottom - MARGIN &&
    caret.left >= place.left &&
    caret.right <= place.right
  );
}

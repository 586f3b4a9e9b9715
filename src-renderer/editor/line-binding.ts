import type * as Y from 'yjs';

/**
 * Binds a text field to a Y.Text: what is typed becomes the smallest change, what others type moves the caret along.
 * @returns how to let go
 */
export function bindLine(
  field: HTMLInputElement | HTMLTextAreaElement,
  text: Y.Text,
  onChange: () => void,
): () => void {
  const mine = { field };
  field.value = text.toString();
  onChange();

  const typed = () => {
    const was = text.toString();
    // One line: a pasted line break is a blank.
    const is = field.value.replace(/[\r\n\t]+/g, ' ');
    if (is !== field.value) {
      const caret = field.selectionEnd;
      field.value = is;
      field.setSelectionRange(caret, caret);
    }
    if (is === was) return;
    let start = 0;
    while (start < was.length && start < is.length && was[start] === is[start]) start++;
    let end = 0;
    while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end++;
    text.doc?.transact(() => {
      if (was.length - start - end > 0) text.delete(start, was.length - start - end);
      if (is.length - start - end > 0) text.insert(start, is.slice(start, is.length - end));
    }, mine);
    onChange();
  };

  const observe = (event: Y.YTextEvent) => {
    if (event.transaction.origin === mine) return;
    let [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    let at = 0;
    for (const step of event.delta) {
      if (step.retain !== undefined) at += step.retain;
      else if (typeof step.insert === 'string') {
        const { length } = step.insert;
        if (at <= start) start += length;
        if (at < end) end += length;
        at += length;
      } else if (step.delete !== undefined) {
        if (at < start) start = Math.max(at, start - step.delete);
        if (at < end) end = Math.max(at, end - step.delete);
      }
    }
    field.value = text.toString();
    if (document.activeElement === field) field.setSelectionRange(start, Math.max(start, end));
    onChange();
  };

  field.addEventListener('input', typed);
  text.observe(observe);
  return () => {
    field.removeEventListener('input', typed);
    text.unobserve(observe);
  };
}

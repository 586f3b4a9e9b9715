import { useEffect, useState } from 'react';

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null;

/**
 * Hears text that is pasted outside of a field, or dropped anywhere on the page. Files are left to who reads them.
 * @param on false: nothing is heard
 * @returns whether text is being held over the page just now
 */
export function usePasteAnywhere(on: boolean, take: (text: string) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!on) return;
    const give = (event: Event, text: string | undefined) => {
      if (!text || text.trim() === '') return;
      event.preventDefault();
      take(text);
    };
    const paste = (event: ClipboardEvent) => {
      if (inField(event.target) || event.defaultPrevented) return;
      give(event, event.clipboardData?.getData('text/plain'));
    };
    const isText = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? [];
      return types.includes('text/plain') && !types.includes('Files') && !inField(event.target);
    };
    const drag = (event: DragEvent) => {
      // a row of our own that is dragged is no text
      if (!isText(event) || event.defaultPrevented) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (isText(event) && !event.defaultPrevented) give(event, event.dataTransfer?.getData('text/plain'));
    };
    window.addEventListener('paste', paste);
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('paste', paste);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [on, take]);
  return over;
}

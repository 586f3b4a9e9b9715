import { useEffect, useRef, useState } from 'react';
import { expectFile } from './expect-file.ts';

/**
 * A file that is dropped anywhere on this screen, or pasted as a file. Text in the clipboard goes the way of text: who copies cells of a
 * spreadsheet has a picture of them there too.
 * @returns whether a file hovers over the screen
 */
export function useDroppedFiles(enabled: boolean, onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const told = useRef(onFile);
  told.current = onFile;
  useEffect(() => {
    if (!enabled) return;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      if (depth === 0) expectFile();
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      told.current(file);
    };
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file || event.clipboardData?.getData('text/plain')) return;
      event.preventDefault();
      told.current(file);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [enabled]);
  return over;
}

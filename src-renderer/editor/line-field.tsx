import { type KeyboardEvent, useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { bindLine } from './line-binding.ts';

interface LineFieldProps {
  readonly text: Y.Text;
  readonly label: string;
  readonly placeholder: string;
  readonly className: string | undefined;
  readonly editable: boolean;
  /** Enter goes on to what follows. */
  readonly onEnter: () => void;
  /** Grows with its words over several rows; else one row. */
  readonly grows?: boolean;
}

/** One line of the shared text (title, dateline); React does not render while it is typed in. */
export function LineField({ text, label, placeholder, className, editable, onEnter, grows }: LineFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const fit = () => {
      if (!grows) return;
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight}px`;
    };
    const letGo = bindLine(element, text, fit);
    // Another width breaks the title into other rows.
    const watch = new ResizeObserver(fit);
    if (element.parentElement !== null) watch.observe(element.parentElement);
    return () => {
      letGo();
      watch.disconnect();
    };
  }, [text, grows]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <textarea
      ref={field}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      className={className}
      readOnly={!editable}
      onKeyDown={onKeyDown}
      spellCheck
      maxLength={300}
    />
  );
}

import { Button, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';

/**
 * Copies text also where the clipboard is not offered (plain http on a LAN is no secure context).
 * @returns false when the person must copy by hand
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    const back = document.activeElement;
    document.body.append(area);
    area.select();
    // Deprecated, and still the only way without a secure context.
    const copied = document.execCommand('copy');
    area.remove();
    if (back instanceof HTMLElement) back.focus();
    return copied;
  }
}

interface CopyButtonProps extends ButtonProps {
  readonly text: string | (() => string | Promise<string>);
  /** `Salin teks WA`; without it `Salin`. */
  readonly children?: string;
  readonly onCopied?: () => void;
}

export function CopyButton({ text, children, onCopied, ...button }: CopyButtonProps) {
  const w = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'by_hand'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const done = await copyText(typeof text === 'string' ? text : await text());
    setState(done ? 'copied' : 'by_hand');
    if (done) onCopied?.();
  };
  const word =
    state === 'copied' ? w.frame.copied : state === 'by_hand' ? w.frame.copyByHand : (children ?? w.frame.copy);
  const Icon = state === 'copied' ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
      {...button}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{word}</span>
    </Button>
  );
}

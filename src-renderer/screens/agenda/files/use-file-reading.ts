import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileReading } from '../../../../src-main/contract/agenda-files.ts';
import { rpc } from '../../../client.ts';
import { useLineBack } from '../../../forms/use-line-back.ts';
import { sendFile } from './send-file.ts';

/** So often a reading is looked at while it goes on. */
const LOOK_MS = 250;

export interface FileReadingState {
  readonly view: FileReading | null;
  readonly error: unknown;
  /** Shows what another ask answered, and follows it on. */
  readonly follow: (view: FileReading) => void;
  readonly fail: (error: unknown) => void;
  readonly cancel: () => void;
  /** Sends it again, or follows on what the core has of it. */
  readonly again: () => void;
}

/** Sends a file, or takes one that the core has already, and follows its reading to its end. */
export function useFileReading(source: File | { readonly id: string }): FileReadingState {
  const [view, setView] = useState<FileReading | null>(null);
  const [error, setError] = useState<unknown>(null);
  const sending = useRef<AbortController | null>(null);
  const known = useRef<string | null>(null);
  /** Counts the sendings of the same file, and the looks at the same reading that began anew. */
  const [sent, setSent] = useState(0);
  const [looked, setLooked] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once more, the same file is read from its beginning
  useEffect(() => {
    const stop = new AbortController();
    sending.current = stop;
    setView(null);
    setError(null);
    const begun =
      source instanceof File
        ? sendFile(source, stop.signal, (told) => !stop.signal.aborted && setView(told))
        : rpc.agendaFiles.look(source);
    begun.then(
      (told) => !stop.signal.aborted && setView(told),
      (problem: unknown) => !stop.signal.aborted && setError(problem),
    );
    return () => stop.abort();
  }, [source, sent]);

  const id = view?.id ?? null;
  known.current = id;
  const state = view?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once more, it is followed on
  useEffect(() => {
    if (id === null || state !== 'reading') return;
    let over = false;
    let timer = setTimeout(function look() {
      rpc.agendaFiles.look({ id }).then(
        (told) => {
          if (over) return;
          setView(told);
          timer = setTimeout(look, LOOK_MS);
        },
        (problem: unknown) => !over && setError(problem),
      );
    }, LOOK_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [id, state, looked]);

  const again = () => {
    setError(null);
    // what the core has whole it reads on by itself; what broke off on its way begins anew
    if (id !== null && state !== 'receiving') setLooked(looked + 1);
    else {
      if (id !== null) void rpc.agendaFiles.cancel({ id }).catch(() => {});
      setSent(sent + 1);
    }
  };
  useLineBack(error, again);

  return {
    view,
    error,
    follow: useCallback((next: FileReading) => {
      setError(null);
      setView(next);
    }, []),
    fail: setError,
    again,
    cancel: useCallback(() => {
      sending.current?.abort();
      const { current } = known;
      if (current !== null) void rpc.agendaFiles.cancel({ id: current }).catch(() => {});
    }, []),
  };
}

import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';

/** The shape of what is coming. Nothing is shown for the first 300 ms: what is quick needs no announcement. */
export function SkeletonRows({ rows = 6, height = 36 }: { readonly rows?: number; readonly height?: number }) {
  const w = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" style={{ minHeight: rows * height }}>
      <span className="k-unseen">{w.frame.loading}</span>
      {late
        ? Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have nothing else to be known by
            <Skeleton key={row} height={12} width={`${84 - ((row * 17) % 40)}%`} my={(height - 12) / 2} radius="sm" />
          ))
        : null}
    </div>
  );
}

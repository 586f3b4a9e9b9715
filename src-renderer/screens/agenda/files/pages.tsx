import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../words/words.tsx';
import classes from './files.module.css';

interface PagesProps {
  /** Address of a page's picture; pages count from 0. */
  readonly pageAt: (page: number) => string;
  readonly pages: number;
  /** Shown from the beginning: what was read by shape is to be compared. */
  readonly open: boolean;
}

/** The pages of a letter as they look, beside what was read of them. */
export function Pages({ pageAt, pages, open }: PagesProps) {
  const w = useWords();
  const [shown, setShown] = useState(open);
  const [page, setPage] = useState(0);
  if (!shown) {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPhoto size={14} stroke={1.8} aria-hidden />}
        onClick={() => setShown(true)}
      >
        {w.files.showPages}
      </Button>
    );
  }
  return (
    <section className={classes.pages} aria-label={w.files.page(page + 1, pages)}>
      {pages > 1 ? (
        <div className={classes.pagesHead}>
          <ActionIcon
            variant="subtle"
            aria-label={w.files.previousPage}
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            <IconChevronLeft size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
          <span aria-live="polite">{w.files.page(page + 1, pages)}</span>
          <ActionIcon
            variant="subtle"
            aria-label={w.files.nextPage}
            disabled={page >= pages - 1}
            onClick={() => setPage(page + 1)}
          >
            <IconChevronRight size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page scrolls; the keyboard must reach it */}
      <section className={classes.sheet} tabIndex={0} aria-label={w.files.showPages}>
        <img src={pageAt(page)} alt={w.files.page(page + 1, pages)} />
      </section>
    </section>
  );
}

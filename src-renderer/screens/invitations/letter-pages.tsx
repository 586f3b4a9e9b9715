import type { Attachment } from '../../../src-main/contract/event-parts.ts';
import { rawPath } from '../../../src-main/contract/routes.ts';
import { Pages } from '../agenda/files/pages.tsx';

/** A kept letter as it looks. Nothing for a file that has no pages. */
export function LetterPages({ of, open = true }: { readonly of: Attachment; readonly open?: boolean }) {
  if (of.pages === 0) return null;
  return (
    <Pages
      pageAt={(page) => rawPath('attachmentPage', { attachmentId: of.id, page: String(page) })}
      pages={of.pages}
      open={open}
    />
  );
}

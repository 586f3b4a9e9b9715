let text: string | null = null;

/** Carries what was pasted on Beranda to the screen that reads it; taken once, never kept. */
export const pastedText = {
  keep(pasted: string): void {
    text = pasted;
  },
  take(): string | undefined {
    const taken = text;
    text = null;
    return taken ?? undefined;
  },
};

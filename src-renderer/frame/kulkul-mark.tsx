/** The mark: a kulkul, the slit drum, hanging from its cord. */
export function KulkulMark({ size = 24, onAccent }: { readonly size?: number; readonly onAccent?: boolean }) {
  const body = onAccent ? '#fff' : 'var(--k-accent)';
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 1.2v3" stroke={body} strokeWidth="1.8" strokeLinecap="round" />
      <rect x="6.4" y="3.8" width="11.2" height="18.4" rx="5.6" fill={body} />
      <rect x="10.9" y="7.6" width="2.2" height="10.8" rx="1.1" fill={onAccent ? 'var(--k-accent)' : '#fff'} />
    </svg>
  );
}

/** Three rings. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" strokeWidth="2.5" aria-hidden="true">
      <circle cx="12" cy="12" r="3.75" stroke="var(--ink)" />
      <circle cx="12" cy="12" r="7.25" stroke="var(--ink2)" />
      <circle cx="12" cy="12" r="10.75" stroke="var(--said)" />
    </svg>
  );
}

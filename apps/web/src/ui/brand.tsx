/** Our mark. The name stands beside it, or on the link around it. */
export function Brand({ size = 24 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" fill="none">
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <path d="M7.5 16.5 16.5 7.5" stroke="var(--on-accent)" strokeWidth="4.5" strokeLinecap="round" />
      <path d="m9.75 11.25 3 3" stroke="var(--accent)" strokeWidth="1.5" />
    </svg>
  );
}

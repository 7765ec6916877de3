/** Two steps and the way between them: what a process is to us. */
export const ProcessesIcon = ({ className }: { className?: string }) => (
  <svg aria-hidden="true" className={className} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
    <rect x="2.75" y="3" width="5.5" height="5.5" rx="1.5" />
    <rect x="11.75" y="11.5" width="5.5" height="5.5" rx="1.5" />
    <path d="M8.25 5.75h4.25a2 2 0 0 1 2 2v3.75" />
  </svg>
);

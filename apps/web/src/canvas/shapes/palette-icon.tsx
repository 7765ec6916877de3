import type { ReactNode } from 'react';

/** Frame of a 28 px icon: what a shape looks like in the palette and in menus. */
export const PaletteIcon = ({ children }: { readonly children: ReactNode }) => (
  <svg
    width="28"
    height="28"
    viewBox="0 0 28 28"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

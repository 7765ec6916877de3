import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const BoundaryEventIcon = () => (
  <PaletteIcon>
    <path d="M3 8v6a3 3 0 0 0 3 3h2.5M25 8v6a3 3 0 0 1-3 3h-2.5" />
    <circle cx="14" cy="17" r="5.5" />
    <path d="M14 14.5V17l1.75 1" />
  </PaletteIcon>
);

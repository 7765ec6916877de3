import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const UserTaskIcon = () => (
  <PaletteIcon>
    <rect x="3" y="5" width="22" height="18" rx="4" />
    <circle cx="14" cy="11.5" r="2.25" />
    <path d="M9.75 19c0-2.5 1.75-3.75 4.25-3.75S18.25 16.5 18.25 19" />
  </PaletteIcon>
);

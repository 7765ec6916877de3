import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const ApprovalIcon = () => (
  <PaletteIcon>
    <rect x="3" y="5" width="22" height="18" rx="4" />
    <path d="m9.5 14.25 3.25 3.25 5.75-6.5" />
  </PaletteIcon>
);

import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const SubProcessIcon = () => (
  <PaletteIcon>
    <rect x="3" y="5" width="22" height="18" rx="4" />
    <rect x="10" y="14" width="8" height="8" rx="1.5" />
    <path d="M14 16v4M12 18h4" />
  </PaletteIcon>
);

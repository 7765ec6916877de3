import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const StartEventIcon = () => (
  <PaletteIcon>
    <circle cx="14" cy="14" r="9.5" />
  </PaletteIcon>
);

import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const EndEventIcon = () => (
  <PaletteIcon>
    <circle cx="14" cy="14" r="9" strokeWidth="3" />
  </PaletteIcon>
);

import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const IntermediateCatchEventIcon = () => (
  <PaletteIcon>
    <circle cx="14" cy="14" r="10" />
    <circle cx="14" cy="14" r="7" />
    <path d="M14 10.5V14l2.25 1.5" />
  </PaletteIcon>
);

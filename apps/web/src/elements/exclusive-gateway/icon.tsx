import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const ExclusiveGatewayIcon = () => (
  <PaletteIcon>
    <path d="M14 3.5 24.5 14 14 24.5 3.5 14z" />
    <path d="m11 11 6 6M17 11l-6 6" strokeWidth="2" />
  </PaletteIcon>
);

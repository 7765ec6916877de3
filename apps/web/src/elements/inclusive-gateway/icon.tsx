import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const InclusiveGatewayIcon = () => (
  <PaletteIcon>
    <path d="M14 3.5 24.5 14 14 24.5 3.5 14z" />
    <circle cx="14" cy="14" r="4.25" strokeWidth="2" />
  </PaletteIcon>
);

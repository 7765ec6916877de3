import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const ParallelGatewayIcon = () => (
  <PaletteIcon>
    <path d="M14 3.5 24.5 14 14 24.5 3.5 14z" />
    <path d="M14 9.5v9M9.5 14h9" strokeWidth="2" />
  </PaletteIcon>
);

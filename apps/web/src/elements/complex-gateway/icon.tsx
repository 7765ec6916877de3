import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const ComplexGatewayIcon = () => (
  <PaletteIcon>
    <path d="M14 3.5 24.5 14 14 24.5 3.5 14z" />
    <path d="M14 9v10M9 14h10M10.5 10.5l7 7M17.5 10.5l-7 7" strokeWidth="1.75" />
  </PaletteIcon>
);

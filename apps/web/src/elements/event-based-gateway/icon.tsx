import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const EventBasedGatewayIcon = () => (
  <PaletteIcon>
    <path d="M14 3.5 24.5 14 14 24.5 3.5 14z" />
    <circle cx="14" cy="14" r="5.5" strokeWidth="1.25" />
    <path d="M14 11.25 16.6 13.15 15.6 16.2H12.4L11.4 13.15z" strokeWidth="1.25" />
  </PaletteIcon>
);

import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const TransactionIcon = () => (
  <PaletteIcon>
    <rect x="3" y="5" width="22" height="18" rx="4" />
    <rect x="5.5" y="7.5" width="17" height="13" rx="2" />
  </PaletteIcon>
);

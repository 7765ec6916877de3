import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const parallelGatewayPanel: ElementPanel<'parallelGateway'> = { general: GeneralPart, advanced: AdvancedPart };

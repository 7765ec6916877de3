import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { FlowsPart } from '../../designer/panels/flows-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const inclusiveGatewayPanel: ElementPanel<'inclusiveGateway'> = { rules: FlowsPart, general: GeneralPart, advanced: AdvancedPart };

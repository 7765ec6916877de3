import { AdvancedPart } from '../../designer/panels/advanced-part.tsx';
import { FlowsPart } from '../../designer/panels/flows-part.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const subProcessPanel: ElementPanel<'subProcess'> = { general: GeneralPart, data: MappingsPart, rules: FlowsPart, advanced: AdvancedPart };

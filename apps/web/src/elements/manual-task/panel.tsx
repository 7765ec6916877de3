import { ActivityAdvanced } from '../../designer/panels/activity-advanced.tsx';
import { ActivityRules } from '../../designer/panels/activity-rules.tsx';
import { GeneralPart } from '../../designer/panels/general-part.tsx';
import { MappingsPart } from '../../designer/panels/mappings-part.tsx';
import type { ElementPanel } from '../element-panel.ts';

export const manualTaskPanel: ElementPanel<'manualTask'> = { general: GeneralPart, data: MappingsPart, rules: ActivityRules, advanced: ActivityAdvanced };
